package io.github.albertner.inspect;

import io.github.albertner.corpus.TypeNames;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Parts without entities, and types that one part has and another has not. */
final class MissingTypesCheck implements Check {

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Finding> findings = new ArrayList<>();
    SortedSet<String> learned = types(parts.get(0));
    for (CorpusPart part : parts) {
      SortedSet<String> types = types(part);
      if (types.isEmpty()) {
        findings.add(
            new Finding(
                "no-entities",
                Severity.ERROR,
                part.sentences().size(),
                "there is no entity in " + part.name(),
                "see how the file was read: --format, --tag-column and --scheme choose what is"
                    + " not found out",
                List.of()));
        continue;
      }
      SortedSet<String> unknown = without(types, learned);
      if (!unknown.isEmpty() && !learned.isEmpty()) {
        findings.add(
            finding(
                Severity.ERROR,
                unknown,
                "%s in %s but not in %s",
                part,
                parts.get(0),
                "they can never be found; rename or drop them with --map"
                    + TypeNames.mapTo(types, learned).map(" "::concat).orElse("")));
      }
      SortedSet<String> unjudged = without(learned, types);
      if (!unjudged.isEmpty()) {
        findings.add(
            finding(
                Severity.WARNING,
                unjudged,
                "%s not in %s but in %s",
                part,
                parts.get(0),
                "nothing will be known of how well they are found; ner split shares types out"));
      }
    }
    return findings;
  }

  private static Finding finding(
      Severity severity,
      SortedSet<String> types,
      String message,
      CorpusPart part,
      CorpusPart first,
      String advice) {
    return new Finding(
        "missing-types",
        severity,
        types.size(),
        message.formatted(
            (types.size() == 1 ? "type " : "types ") + String.join(", ", types),
            part.name(),
            first.name()),
        advice,
        List.of());
  }

  private static SortedSet<String> types(CorpusPart part) {
    return part.entities().map(EntitySpan::type).collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> without(SortedSet<String> types, SortedSet<String> others) {
    SortedSet<String> left = new TreeSet<>(types);
    left.removeAll(others);
    return left;
  }
}
