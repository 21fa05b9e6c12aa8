package io.github.albertner.uima;

import io.github.albertner.NamedEntity;
import io.github.albertner.text.CharRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;

/**
 * Writes the entities of a document; one that overlapping sentences both have is written once, and
 * one that the document has already not again.
 */
final class EntityWriter {
  private record Entity(CharRange range, String label) {
    static final Comparator<Entity> ORDER =
        Comparator.comparing(Entity::range, CharRange.ORDER).thenComparing(Entity::label);
  }

  /** What an annotation says; the label is null where its type has no feature for it. */
  private record Known(Type type, int begin, int end, String label) {}

  /** The better of the scores that an entity was found with. */
  private final Map<Entity, Double> scores = new TreeMap<>(Entity.ORDER);

  void add(NamedEntity entity) {
    CharRange range = new CharRange(Math.toIntExact(entity.begin()), Math.toIntExact(entity.end()));
    scores.merge(new Entity(range, entity.type()), entity.probability(), Math::max);
  }

  /**
   * Writes what was added.
   *
   * @param targets types by label
   * @param removing whether annotations of these types are removed first
   */
  void write(CAS cas, Map<String, TargetType> targets, boolean removing) {
    Set<Known> known = new HashSet<>();
    for (TargetType target : new HashSet<>(targets.values())) {
      List<AnnotationFS> existing = existing(cas, target.type());
      if (removing) {
        existing.forEach(cas::removeFsFromIndexes);
      } else {
        existing.forEach(annotation -> known.add(known(annotation, target)));
      }
    }
    scores.forEach(
        (entity, score) -> {
          TargetType target = targets.get(entity.label());
          CharRange range = entity.range();
          Optional<String> label = target.label().map(feature -> entity.label());
          if (known.add(new Known(target.type(), range.begin(), range.end(), label.orElse(null)))) {
            target.write(cas, range, entity.label(), score);
          }
        });
  }

  /** Not those of subtypes, which this engine does not write. */
  private static List<AnnotationFS> existing(CAS cas, Type type) {
    List<AnnotationFS> existing = new ArrayList<>();
    for (AnnotationFS annotation : cas.getAnnotationIndex(type)) {
      if (annotation.getType().equals(type)) {
        existing.add(annotation);
      }
    }
    return existing;
  }

  private static Known known(AnnotationFS annotation, TargetType target) {
    return new Known(
        target.type(),
        annotation.getBegin(),
        annotation.getEnd(),
        target.label().map(annotation::getStringValue).orElse(null));
  }
}
