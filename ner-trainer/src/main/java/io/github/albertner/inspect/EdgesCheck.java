package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Entities that begin or end with a word of punctuation, hold white space within a word, or are
 * nothing but punctuation. Brackets, quotation marks and a stop at an edge are often right, so
 * these are a note.
 */
final class EdgesCheck implements Check {
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{Z}\\s]+");
  private static final Pattern SPACE = Pattern.compile(".*[\\p{Z}\\s].*", Pattern.DOTALL);

  /** Entities of one surface: how many, and the first. */
  private static final class Uses {
    private final String first;
    private int count;

    private Uses(String first) {
      this.first = first;
    }
  }

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    Map<String, Uses> only = new LinkedHashMap<>();
    Map<String, Uses> edges = new LinkedHashMap<>();
    Map<String, Uses> spaces = new LinkedHashMap<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        Sentence sentence = part.sentences().get(i);
        for (EntitySpan entity : sentence.entities()) {
          List<String> words = sentence.covered(entity);
          String example = Texts.around(part, i, entity.begin(), entity.end());
          if (words.stream().allMatch(EdgesCheck::isPunctuation)) {
            add(only, words, example);
          } else if (isPunctuation(words.get(0)) || isPunctuation(words.get(words.size() - 1))) {
            add(edges, words, example);
          }
          if (words.stream().anyMatch(word -> SPACE.matcher(word).matches())) {
            add(spaces, words, example);
          }
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!only.isEmpty()) {
      String what =
          Texts.count(sum(only), "entity is", "entities are") + " nothing but punctuation";
      findings.add(finding(Severity.WARNING, only, what, "take the label off"));
    }
    if (!edges.isEmpty()) {
      String what =
          Texts.count(sum(edges), "entity begins or ends", "entities begin or end")
              + " with punctuation";
      findings.add(
          finding(Severity.NOTE, edges, what, "see whether the punctuation belongs to the name"));
    }
    if (!spaces.isEmpty()) {
      String what =
          Texts.count(sum(spaces), "entity has", "entities have") + " white space within a word";
      findings.add(
          finding(
              Severity.WARNING,
              spaces,
              what,
              "see how the file was read: white space should part words"));
    }
    return findings;
  }

  private static void add(Map<String, Uses> found, List<String> words, String example) {
    found.computeIfAbsent(Texts.surface(words), surface -> new Uses(example)).count++;
  }

  private static long sum(Map<String, Uses> found) {
    return found.values().stream().mapToLong(uses -> uses.count).sum();
  }

  private static Finding finding(
      Severity severity, Map<String, Uses> found, String message, String advice) {
    return new Finding(
        "entity-edges",
        severity,
        sum(found),
        message,
        advice,
        found.entrySet().stream()
            .sorted(Comparator.comparing(entry -> -entry.getValue().count))
            .limit(Finding.EXAMPLES)
            .map(
                entry ->
                    "%s: %s; %s"
                        .formatted(
                            entry.getKey(),
                            Texts.count(entry.getValue().count, "time", "times"),
                            entry.getValue().first))
            .toList());
  }

  private static boolean isPunctuation(String word) {
    return PUNCTUATION.matcher(word).matches();
  }
}
