package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words of which the vocabulary's normalisation leaves nothing, such as a zero-width space. */
final class EmptyWordsCheck implements Check {

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    long words = 0;
    List<String> examples = new ArrayList<>();
    for (Map.Entry<String, WordCounts.Uses> entry : WordCounts.of(parts).entrySet()) {
      if (pieces.isEmpty(entry.getKey())) {
        words += entry.getValue().count();
        StringBuilder characters = new StringBuilder();
        entry
            .getKey()
            .codePoints()
            .forEach(
                c ->
                    characters
                        .append(characters.isEmpty() ? "" : " ")
                        .append(DamagedTextCheck.describe(c)));
        examples.add(
            "%s: %s; %s"
                .formatted(
                    characters,
                    Texts.count(entry.getValue().count(), "time", "times"),
                    entry.getValue().example()));
      }
    }
    return examples.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "empty-words",
                Severity.WARNING,
                words,
                Texts.count(words, "word", "words") + " of which normalisation leaves nothing",
                "take them out of the text: they only stand between other words",
                examples));
  }
}
