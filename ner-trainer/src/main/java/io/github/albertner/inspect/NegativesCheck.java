package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Training data in which every sentence has an entity, or hardly any has: a model learns from the
 * others where there is none, and from these what there is. Judged from {@value #SENTENCES}
 * sentences on.
 */
final class NegativesCheck implements Check {
  static final int SENTENCES = 100;
  static final int RARE_PERCENT = 1;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    CorpusPart part = parts.get(0);
    long all = part.sentences().size();
    long with = part.sentences().stream().filter(s -> !s.entities().isEmpty()).count();
    List<Finding> findings = new ArrayList<>();
    if (all >= SENTENCES && with == all) {
      findings.add(
          new Finding(
              "no-sentence-without-entity",
              Severity.WARNING,
              all,
              "every sentence of %s has an entity".formatted(part.name()),
              "if the text to be tagged has others, add some: otherwise the model finds entities"
                  + " everywhere",
              List.of()));
    }
    if (all >= SENTENCES && with > 0 && with * 100 < all * RARE_PERCENT) {
      findings.add(
          new Finding(
              "hardly-any-entity",
              Severity.WARNING,
              with,
              "only %s of %s (%s) with an entity"
                  .formatted(
                      Texts.count(with, "sentence", "sentences"),
                      part.name(),
                      Texts.percent(with, all)),
              "leave out most of the others, or a model may learn to find nothing",
              List.of()));
    }
    return findings;
  }
}
