package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Characters that the vocabulary cannot hold: words with them share the unknown piece, so that the
 * model cannot tell them apart. A warning from one word in {@value #WARNING_WORDS} on.
 */
final class UnknownCharactersCheck implements Check {
  static final int WARNING_WORDS = 200;

  /** A character's occurrences. */
  private static final class Uses {
    private final String example;
    private long count;

    private Uses(String example) {
      this.example = example;
    }
  }

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    Map<Integer, Uses> unknown = new HashMap<>();
    long words = 0;
    long all = 0;
    for (Map.Entry<String, WordCounts.Uses> entry : WordCounts.of(parts).entrySet()) {
      WordCounts.Uses uses = entry.getValue();
      all += uses.count();
      if (pieces.hasUnknown(entry.getKey())) {
        words += uses.count();
        entry
            .getKey()
            .codePoints()
            .filter(c -> pieces.hasUnknown(Character.toString(c)))
            .forEach(
                c ->
                    unknown.computeIfAbsent(c, x -> new Uses(uses.example())).count +=
                        uses.count());
      }
    }
    if (words == 0) {
      return List.of();
    }
    List<Integer> order = new ArrayList<>(unknown.keySet());
    order.sort(Comparator.comparing((Integer c) -> -unknown.get(c).count).thenComparing(c -> c));
    return List.of(
        new Finding(
            "unknown-characters",
            words * WARNING_WORDS >= all ? Severity.WARNING : Severity.NOTE,
            words,
            "%s (%s) with %s that the vocabulary cannot hold"
                .formatted(
                    Texts.count(words, "word", "words"),
                    Texts.percent(words, all),
                    Texts.count(unknown.size(), "character", "characters")),
            "replace them in the text, or use a vocabulary that has them: --vocabulary",
            order.stream().limit(Finding.EXAMPLES).map(c -> describe(c, unknown.get(c))).toList()));
  }

  private static String describe(int c, Uses uses) {
    return "%s: %s; %s"
        .formatted(
            DamagedTextCheck.describe(c), Texts.count(uses.count, "time", "times"), uses.example);
  }
}
