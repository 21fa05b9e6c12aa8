package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
    List<Integer> same = shared(earlier, later, text -> text);
    int alike = shared(earlier, later, LeakCheck::folded).size() - same.size();
    if (same.size() + alike == 0) {
      return null;
    }
    long all = later.sentences().size();
    return new Finding(
        "shared-sentences",
        severity(same.size(), all),
        same.size(),
        "%s of %s (%s) that %s has word for word, and %s but for case or digits"
            .formatted(
                Texts.count(same.size(), "sentence", "sentences"),
                later.name(),
                Texts.percent(same.size(), all),
                earlier.name(),
                Texts.number(alike)),
        same.size() == all
            ? "give other data for one of them, or have ner split part one file in two"
            : "take them out of %s, or join the files and part them with ner split"
                .formatted(earlier.name()),
        same.stream()
            .sorted(Comparator.comparing(i -> -weight(later.sentences().get(i))))
            .limit(Finding.EXAMPLES)
            .map(i -> Texts.sentence(later, i))
            .toList());
  }

  private static Severity severity(long same, long all) {
    if (same * 100 >= all * ERROR_PERCENT) {
      return Severity.ERROR;
    }
    return same * 100 >= all * NOTE_PERCENT ? Severity.WARNING : Severity.NOTE;
  }

  /** Examples that tell most come first: with entities, and long. */
  private static int weight(Sentence sentence) {
    return 1000 * sentence.entities().size() + sentence.words().size();
  }

  /** The sentences of the later part whose key the earlier one has. */
  private static List<Integer> shared(
      CorpusPart earlier, CorpusPart later, UnaryOperator<String> key) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < earlier.sentences().size(); i++) {
      known.add(key.apply(text(earlier, i)));
    }
    return IntStream.range(0, later.sentences().size())
        .filter(i -> known.contains(key.apply(text(later, i))))
        .boxed()
        .toList();
  }

  private static String text(CorpusPart part, int index) {
    return String.join("\t", part.sentences().get(index).words());
  }

  private static String folded(String text) {
    return DIGIT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("0");
  }
}
