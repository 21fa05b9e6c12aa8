package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Sentences of one part that are also in an earlier one: scores on them tell what was remembered.
 * An error from {@value #ERROR_PERCENT} % on, where they can move a score by more than most methods
 * do; below {@value #NOTE_PERCENT} % a note.
 */
final class LeakCheck implements Check {
  static final int ERROR_PERCENT = 10;
  static final int NOTE_PERCENT = 1;

  private static final Pattern DIGIT = Pattern.compile("\\d");

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Finding> findings = new ArrayList<>();
    for (int later = 1; later < parts.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Finding finding = compare(parts.get(earlier), parts.get(later));
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private static Finding compare(CorpusPart earlier, CorpusPart later) {
    List<String> examples = new ArrayList<>();
    long same = shared(earlier, later, text -> text, examples);
    long alike = shared(earlier, later, LeakCheck::folded, new ArrayList<>()) - same;
    if (same + alike == 0) {
      return null;
    }
    long all = later.sentences().size();
    return new Finding(
        "shared-sentences",
        same * 100 >= all * ERROR_PERCENT
            ? Severity.ERROR
            : same * 100 >= all * NOTE_PERCENT ? Severity.WARNING : Severity.NOTE,
        same,
        "%s of %s (%s) also in %s, word for word; more that differ only in case or digits: %s"
            .formatted(
                Texts.count(same, "sentence", "sentences"),
                later.name(),
                Texts.percent(same, all),
                earlier.name(),
                Texts.number(alike)),
        "take them out of %s, or join the files and part them with ner split"
            .formatted(earlier.name()),
        examples);
  }

  /** Counts sentences of the later part; the examples are places in both. */
  private static long shared(
      CorpusPart earlier, CorpusPart later, UnaryOperator<String> key, List<String> examples) {
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < earlier.sentences().size(); i++) {
      known.putIfAbsent(key.apply(text(earlier, i)), i);
    }
    long shared = 0;
    for (int i = 0; i < later.sentences().size(); i++) {
      Integer before = known.get(key.apply(text(later, i)));
      if (before != null) {
        shared++;
        examples.add(Texts.place(earlier, before) + " = " + Texts.sentence(later, i));
      }
    }
    return shared;
  }

  private static String text(CorpusPart part, int index) {
    return String.join("\t", part.sentences().get(index).words());
  }

  private static String folded(String text) {
    return DIGIT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("0");
  }
}
