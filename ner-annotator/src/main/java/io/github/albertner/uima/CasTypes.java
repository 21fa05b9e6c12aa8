package io.github.albertner.uima;

import io.github.albertner.suggest.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;

/**
 * The types and features of one type system that the engine works with.
 *
 * @param sentence absent where the pipeline does not know the project's own type
 * @param token likewise
 * @param entity written
 * @param label String feature of the entity, if wanted
 * @param score Float or Double feature of the entity, if wanted
 */
record CasTypes(
    Optional<Type> sentence,
    Optional<Type> token,
    Type entity,
    Optional<Feature> label,
    Optional<Feature> score) {

  /**
   * Looks names up in a type system.
   *
   * @throws IllegalArgumentException if a type or feature is missing or unfit; the message names
   *     the parameter, what was found, and the nearest name
   */
  static CasTypes resolve(TypeSystem types, TypeNames names) {
    Type entity = type(types, NerAnnotator.PARAM_ENTITY_TYPE, names.entity());
    return new CasTypes(
        input(types, NerAnnotator.PARAM_SENTENCE_TYPE, names.sentence(), NerTypes.SENTENCE),
        input(types, NerAnnotator.PARAM_TOKEN_TYPE, names.token(), NerTypes.TOKEN),
        entity,
        feature(
            entity, NerAnnotator.PARAM_LABEL_FEATURE, names.label(), List.of(CAS.TYPE_NAME_STRING)),
        feature(
            entity,
            NerAnnotator.PARAM_SCORE_FEATURE,
            names.score(),
            List.of(CAS.TYPE_NAME_DOUBLE, CAS.TYPE_NAME_FLOAT)));
  }

  /** A pipeline without the project's own types is served by the engine's own splitting. */
  private static Optional<Type> input(
      TypeSystem types, String parameter, String name, String ownName) {
    return name.equals(ownName) && types.getType(name) == null
        ? Optional.empty()
        : Optional.of(type(types, parameter, name));
  }

  private static Type type(TypeSystem types, String parameter, String name) {
    Type annotation = types.getType(CAS.TYPE_NAME_ANNOTATION);
    Type type = types.getType(name);
    if (type == null) {
      List<String> known = new ArrayList<>();
      types.getProperlySubsumedTypes(annotation).forEach(found -> known.add(found.getName()));
      throw new IllegalArgumentException(
          "parameter %s: expected a type of the pipeline's type system, found %s, which is not in"
                  .formatted(parameter, name)
              + " it%s; correct the name, or add the type's descriptor to the pipeline"
                  .formatted(NearestName.hint(name, known)));
    }
    if (!types.subsumes(annotation, type)) {
      throw new IllegalArgumentException(
          "parameter %s: expected a subtype of %s, found %s, a subtype of %s"
              .formatted(parameter, annotation.getName(), name, types.getParent(type)));
    }
    return type;
  }

  private static Optional<Feature> feature(
      Type owner, String parameter, String name, List<String> ranges) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Feature feature = owner.getFeatureByBaseName(name);
    if (feature == null) {
      List<String> known = owner.getFeatures().stream().map(Feature::getShortName).toList();
      throw new IllegalArgumentException(
          "parameter %s: expected a feature of %s, found %s; it has %s%s; an empty value writes none"
              .formatted(parameter, owner.getName(), name, known, NearestName.hint(name, known)));
    }
    if (!ranges.contains(feature.getRange().getName())) {
      throw new IllegalArgumentException(
          "parameter %s: expected a feature of range %s, found %s of range %s"
              .formatted(
                  parameter,
                  String.join(" or ", ranges),
                  feature.getName(),
                  feature.getRange().getName()));
    }
    return Optional.of(feature);
  }
}
