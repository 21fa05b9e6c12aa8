package io.github.albertner.inspect;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Types with too few entities. To learn from, below {@value #LEARN}: the number from which spaCy's
 * {@code debug data} holds its peace. To judge by, below {@value #JUDGE}: there one entity more or
 * less found moves recall by more than three points, so that runs cannot be told apart.
 */
final class FewEntitiesCheck implements Check {
  static final int LEARN = 50;
  static final int JUDGE = 30;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Finding> findings = new ArrayList<>();
    for (CorpusPart part : parts) {
      boolean learn = part.name().equals(parts.get(0).name());
      Map<String, Long> few =
          part.entities()
              .collect(
                  Collectors.groupingBy(EntitySpan::type, TreeMap::new, Collectors.counting()));
      few.values().removeIf(count -> count >= (learn ? LEARN : JUDGE));
      if (!few.isEmpty()) {
        findings.add(
            new Finding(
                "few-entities",
                learn ? Severity.WARNING : Severity.NOTE,
                few.size(),
                "%s with less than %s entities in %s: %s"
                    .formatted(
                        Texts.count(few.size(), "type", "types"),
                        learn ? LEARN : JUDGE,
                        part.name(),
                        few.entrySet().stream()
                            .map(type -> type.getKey() + " " + type.getValue())
                            .collect(Collectors.joining(", "))),
                learn
                    ? "annotate more of them, or merge types with --map"
                    : "their scores will mostly be chance",
                List.of()));
      }
    }
    return findings;
  }
}
