package io.github.albertner.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Surfaces with entities of different types. Names are ambiguous by nature (Washington); a warning
 * from {@value #WARNING_PERCENT} % of all entities on, which is rather a guideline that annotators
 * read differently.
 */
final class ConflictingTypesCheck implements Check {
  static final int WARNING_PERCENT = 5;

  private record Conflict(String surface, Surfaces.Use use) {
    /** Entities that are not of the surface's most frequent type. */
    int minority() {
      return use.entities() - use.mostFrequent();
    }

    String example() {
      String rarest =
          use.types().entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
      return surface + ": " + use.counts() + "; " + use.first().get(rarest);
    }
  }

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Conflict> conflicts =
        Surfaces.of(parts).entrySet().stream()
            .filter(entry -> entry.getValue().types().size() > 1)
            .map(entry -> new Conflict(Texts.surface(entry.getKey()), entry.getValue()))
            .sorted(
                Comparator.comparing((Conflict c) -> -c.minority())
                    .thenComparing(c -> -c.use().entities())
                    .thenComparing(Conflict::surface))
            .toList();
    if (conflicts.isEmpty()) {
      return List.of();
    }
    long entities = parts.stream().mapToLong(part -> part.entities().count()).sum();
    long minority = conflicts.stream().mapToLong(Conflict::minority).sum();
    return List.of(
        new Finding(
            "conflicting-types",
            minority * 100 >= entities * WARNING_PERCENT ? Severity.WARNING : Severity.NOTE,
            conflicts.size(),
            "%s entities of different types; not of their surface's usual type: %s (%s)"
                .formatted(
                    Texts.count(conflicts.size(), "surface has", "surfaces have"),
                    Texts.count(minority, "entity", "entities"),
                    Texts.percent(minority, entities)),
            "see whether the rarer type is right in its place",
            conflicts.stream().limit(Finding.EXAMPLES).map(Conflict::example).toList()));
  }
}
