package io.github.albertner.uima;

import io.github.albertner.label.EntitySpan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.text.AnnotationFS;

/** Writes the entities of a document; one that overlapping sentences both have is written once. */
final class EntityWriter {
  private record Entity(CharRange range, String label) {
    static final Comparator<Entity> ORDER =
        Comparator.comparing(Entity::range, CharRange.ORDER).thenComparing(Entity::label);
  }

  /** The better of the scores that an entity was found with. */
  private final Map<Entity, Double> scores = new TreeMap<>(Entity.ORDER);

  void add(TokenizedSentence sentence, List<EntitySpan> entities) {
    for (EntitySpan entity : entities) {
      scores.merge(
          new Entity(sentence.range(entity), entity.type()), entity.probability(), Math::max);
    }
  }

  void write(CAS cas, CasTypes types) {
    scores.forEach(
        (entity, score) -> {
          CharRange range = entity.range();
          AnnotationFS annotation =
              cas.createAnnotation(types.entity(), range.begin(), range.end());
          types.label().ifPresent(label -> annotation.setStringValue(label, entity.label()));
          types.score().ifPresent(feature -> setScore(annotation, feature, score));
          cas.addFsToIndexes(annotation);
        });
  }

  private static void setScore(AnnotationFS annotation, Feature feature, double score) {
    if (feature.getRange().getName().equals(CAS.TYPE_NAME_FLOAT)) {
      annotation.setFloatValue(feature, (float) score);
    } else {
      annotation.setDoubleValue(feature, score);
    }
  }
}
