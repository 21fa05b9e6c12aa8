package io.github.albertner.inspect;

import io.github.albertner.corpus.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Types whose names differ in nothing but case and punctuation, such as PER and per. */
final class TypeNamesCheck implements Check {

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    Map<String, SortedSet<String>> alike = new TreeMap<>();
    for (CorpusPart part : parts) {
      part.entities()
          .forEach(
              entity ->
                  alike
                      .computeIfAbsent(TypeNames.folded(entity.type()), name -> new TreeSet<>())
                      .add(entity.type()));
    }
    List<Finding> findings = new ArrayList<>();
    for (SortedSet<String> types : alike.values()) {
      if (types.size() > 1) {
        findings.add(
            new Finding(
                "alike-types",
                Severity.WARNING,
                types.size(),
                "types %s differ only in case or punctuation".formatted(String.join(", ", types)),
                "if they are one, rename with --map %s=%s".formatted(types.last(), types.first()),
                List.of()));
      }
    }
    return findings;
  }
}
