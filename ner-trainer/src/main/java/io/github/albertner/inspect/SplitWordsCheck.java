package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A vocabulary that knows few of the words: it was made from text of another language or field, and
 * the network has to spell words out. A warning where it knows less than {@value #KNOWN_PERCENT} %
 * of them as one piece.
 */
final class SplitWordsCheck implements Check {
  static final int KNOWN_PERCENT = 50;

  /** Words that are counted before anything is said. */
  static final int FEWEST_WORDS = 20;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    Map<String, WordCounts.Uses> uses = WordCounts.of(parts.subList(0, 1));
    List<Map.Entry<String, WordCounts.Uses>> unknown = new ArrayList<>();
    long all = 0;
    long split = 0;
    for (Map.Entry<String, WordCounts.Uses> entry : uses.entrySet()) {
      if (entry.getKey().codePoints().anyMatch(Character::isLetter)) {
        int count = entry.getValue().count();
        all += count;
        if (!pieces.knows(entry.getKey())) {
          split += count;
          unknown.add(entry);
        }
      }
    }
    if (all < FEWEST_WORDS || (all - split) * 100 >= all * KNOWN_PERCENT) {
      return List.of();
    }
    unknown.sort(Comparator.comparing(entry -> -entry.getValue().count()));
    return List.of(
        new Finding(
            "split-words",
            Severity.WARNING,
            split,
            "the vocabulary of %s knows %s of the words of %s as one piece; it spells out the rest"
                .formatted(pieces.name(), Texts.percent(all - split, all), parts.get(0).name()),
            "start from a model of the data's language and field, or make one: ner vocabulary,"
                + " ner pretrain",
            unknown.stream()
                .limit(Finding.EXAMPLES)
                .map(
                    entry ->
                        "%s: %s"
                            .formatted(
                                entry.getKey(),
                                Texts.count(entry.getValue().count(), "time", "times")))
                .toList()));
  }
}
