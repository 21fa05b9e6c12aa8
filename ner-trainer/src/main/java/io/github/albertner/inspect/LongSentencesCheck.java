package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences longer than a window. They are cut into overlapping windows, so nothing is lost; from
 * {@value #WARNING_PERCENT} % on, though, they are rather texts that were not parted into
 * sentences.
 */
final class LongSentencesCheck implements Check {
  static final int WARNING_PERCENT = 1;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Finding> findings = new ArrayList<>();
    for (CorpusPart part : parts) {
      List<String> examples = new ArrayList<>();
      long windows = 0;
      for (int i = 0; i < part.sentences().size(); i++) {
        List<String> words = part.sentences().get(i).words();
        int count = pieces.count(words);
        if (count > pieces.capacity()) {
          windows += pieces.windows(words);
          examples.add(Texts.number(count) + " pieces, " + Texts.sentence(part, i));
        }
      }
      if (!examples.isEmpty()) {
        findings.add(
            new Finding(
                "long-sentences",
                (long) examples.size() * 100 >= (long) part.sentences().size() * WARNING_PERCENT
                    ? Severity.WARNING
                    : Severity.NOTE,
                examples.size(),
                "%s of %s (%s) longer than a window of %s: %s in all"
                    .formatted(
                        Texts.count(examples.size(), "sentence", "sentences"),
                        part.name(),
                        Texts.percent(examples.size(), part.sentences().size()),
                        Texts.count(pieces.capacity(), "piece", "pieces"),
                        Texts.count(windows, "window", "windows")),
                "nothing is cut off; see whether the end of a sentence is missing",
                examples));
      }
    }
    return findings;
  }
}
