package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences that are more than once in a part. Short ones come again in any text; a warning from
 * {@value #WARNING_PERCENT} % on, which is rather a file read twice.
 */
final class RepeatedSentencesCheck implements Check {
  static final int WARNING_PERCENT = 5;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Finding> findings = new ArrayList<>();
    for (CorpusPart part : parts) {
      Map<List<String>, List<Integer>> places = new LinkedHashMap<>();
      for (int i = 0; i < part.sentences().size(); i++) {
        places.computeIfAbsent(part.sentences().get(i).words(), w -> new ArrayList<>()).add(i);
      }
      long repeats = (long) part.sentences().size() - places.size();
      if (repeats > 0) {
        findings.add(
            new Finding(
                "repeated-sentences",
                repeats * 100 >= (long) part.sentences().size() * WARNING_PERCENT
                    ? Severity.WARNING
                    : Severity.NOTE,
                repeats,
                "%s of %s (%s) %s an earlier one"
                    .formatted(
                        Texts.count(repeats, "sentence", "sentences"),
                        part.name(),
                        Texts.percent(repeats, part.sentences().size()),
                        repeats == 1 ? "repeats" : "repeat"),
                "they weigh more than others in training and in scores; take out what is no text"
                    + " of its own",
                places.values().stream()
                    .filter(same -> same.size() > 1)
                    .sorted(Comparator.comparing(same -> -same.size()))
                    .limit(Finding.EXAMPLES)
                    .map(
                        same ->
                            Texts.number(same.size())
                                + " times, first "
                                + Texts.sentence(part, same.get(0)))
                    .toList()));
      }
    }
    return findings;
  }
}
