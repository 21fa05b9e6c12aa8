package io.github.albertner.uima;

import io.github.albertner.text.CharRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;

/**
 * A type that entities get, and its features that are filled.
 *
 * @param type of annotations
 * @param label String feature that takes the label, if wanted
 * @param score Float or Double feature that takes the probability, if wanted
 * @param fixed features with the same value for all entities, as the profile says
 */
record TargetType(
    Type type, Optional<Feature> label, Optional<Feature> score, Map<Feature, String> fixed) {

  private static final List<String> TEXT = List.of(CAS.TYPE_NAME_STRING);
  private static final List<String> REAL = List.of(CAS.TYPE_NAME_DOUBLE, CAS.TYPE_NAME_FLOAT);

  /**
   * Looks the types of labels up.
   *
   * @throws IllegalArgumentException as {@link TypeLookup} says
   */
  static Map<String, TargetType> resolve(
      TypeLookup types, Map<String, OutputNames.TypeName> labels, OutputNames names) {
    Map<String, TargetType> targets = new LinkedHashMap<>();
    labels.forEach(
        (label, typeName) -> {
          Type type = types.type(typeName.parameter(), typeName.name());
          boolean mapped = !typeName.parameter().equals(NerParameters.PARAM_ENTITY_TYPE);
          Map<Feature, String> fixed = new LinkedHashMap<>();
          names
              .profile()
              .featuresOf(type, types.system())
              .forEach(
                  (feature, value) -> {
                    Feature found = type.getFeatureByBaseName(feature);
                    if (found != null) {
                      fixed.put(found, value);
                    }
                  });
          targets.put(
              label,
              new TargetType(
                  type,
                  feature(types, type, names.label(), TEXT, mapped),
                  feature(types, type, names.score(), REAL, mapped),
                  fixed));
        });
    return targets;
  }

  /** The type of a mapped label says enough, so that it need not have the default features. */
  private static Optional<Feature> feature(
      TypeLookup types, Type type, FeatureName name, List<String> ranges, boolean mapped) {
    if (name.name().isEmpty()) {
      return Optional.empty();
    }
    if (mapped && !name.given()) {
      return Optional.ofNullable(type.getFeatureByBaseName(name.name()))
          .filter(feature -> ranges.contains(feature.getRange().getName()));
    }
    return Optional.of(types.feature(type, name, ranges));
  }

  /** Makes an annotation and adds it to the indexes. */
  void write(CAS cas, CharRange range, String labelValue, double scoreValue) {
    AnnotationFS annotation = cas.createAnnotation(type, range.begin(), range.end());
    label.ifPresent(feature -> annotation.setStringValue(feature, labelValue));
    score.ifPresent(
        feature -> {
          if (feature.getRange().getName().equals(CAS.TYPE_NAME_FLOAT)) {
            annotation.setFloatValue(feature, (float) scoreValue);
          } else {
            annotation.setDoubleValue(feature, scoreValue);
          }
        });
    fixed.forEach(annotation::setFeatureValueFromString);
    cas.addFsToIndexes(annotation);
  }
}
