package io.github.albertner.report;

import com.google.gson.JsonPrimitive;
import io.github.albertner.evaluate.MatchCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The YAML lines at the head of a card that Hugging Face's hub reads, and what follows them.
 *
 * @param lines between the two lines of dashes
 * @param body the Markdown after them
 * @see <a href="https://huggingface.co/docs/hub/model-cards">model cards</a>
 */
record FrontMatter(List<String> lines, String body) {
  private static final String RULE = "---";
  private static final String RESULTS = "model-index:";

  /** How the hub writes identifiers of licences: SPDX in lower case. */
  private static final Pattern LICENSE_ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  FrontMatter {
    lines = List.copyOf(lines);
  }

  /** The head of a new card. */
  static FrontMatter of(CardNotes notes, String body) {
    List<String> lines = new ArrayList<>();
    if (!notes.language().equals("und")) {
      lines.add("language: " + quoted(notes.language()));
    }
    String license = notes.license().strip();
    if (!license.isEmpty()) {
      String id = license.toLowerCase(Locale.ROOT);
      if (LICENSE_ID.matcher(id).matches()) {
        lines.add("license: " + id);
      } else {
        lines.add("license: other");
        lines.add("license_name: " + quoted(license));
      }
    }
    lines.add("library_name: transformers");
    lines.add("pipeline_tag: token-classification");
    lines.add("tags: [albert, token-classification, named-entity-recognition]");
    lines.add("metrics: [precision, recall, f1]");
    return new FrontMatter(lines, body);
  }

  /** Takes a card apart; one without a head has no lines. */
  static FrontMatter parse(String card) {
    List<String> all = card.lines().toList();
    if (all.isEmpty() || !all.get(0).equals(RULE)) {
      return new FrontMatter(List.of(), card);
    }
    int end = all.subList(1, all.size()).indexOf(RULE) + 1;
    return end == 0
        ? new FrontMatter(List.of(), card)
        : new FrontMatter(
            all.subList(1, end), String.join("\n", all.subList(end + 1, all.size())) + "\n");
  }

  /** Whether there are scores in it. */
  boolean hasResults() {
    return lines.contains(RESULTS);
  }

  /** The same with the results on a test set in place of those before. */
  FrontMatter withResults(String data, MatchCounts micro) {
    List<String> kept = new ArrayList<>();
    boolean inResults = false;
    for (String line : lines) {
      inResults = line.equals(RESULTS) || (inResults && line.matches("[ -].*"));
      if (!inResults) {
        kept.add(line);
      }
    }
    kept.add(RESULTS);
    kept.add("- name: named-entity tagger");
    kept.add("  results:");
    kept.add("  - task:");
    kept.add("      type: token-classification");
    kept.add("      name: named-entity recognition");
    kept.add("    dataset:");
    kept.add("      type: " + quoted(data));
    kept.add("      name: " + quoted(data));
    kept.add("    metrics:");
    metric(kept, "precision", micro.precision());
    metric(kept, "recall", micro.recall());
    metric(kept, "f1", micro.f1());
    return new FrontMatter(kept, body);
  }

  private static void metric(List<String> lines, String type, double value) {
    lines.add("    - type: " + type);
    lines.add("      name: strict entity " + type + ", micro");
    lines.add("      value: " + Figures.decimals(value, 4));
  }

  /** A JSON string is a YAML string. */
  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  @Override
  public String toString() {
    return lines.isEmpty()
        ? body
        : RULE + "\n" + String.join("\n", lines) + "\n" + RULE + "\n" + body;
  }
}
