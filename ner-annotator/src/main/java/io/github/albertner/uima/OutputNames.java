package io.github.albertner.uima;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The types that the engine writes, as its parameters name them.
 *
 * @param profile defaults
 * @param typeMap names of types by label
 * @param entityType name of the type of labels that the map lacks
 * @param label feature
 * @param score feature
 */
record OutputNames(
    Profile profile,
    Map<String, String> typeMap,
    Optional<String> entityType,
    FeatureName label,
    FeatureName score) {

  private static final String PAIR = "label:type.Name";

  static OutputNames of(Parameters parameters, Profile profile) {
    Map<String, String> typeMap = parameters.pairs(NerParameters.PARAM_TYPE_MAP, PAIR);
    boolean profilesType = typeMap.isEmpty() && !profile.entityType().isEmpty();
    return new OutputNames(
        profile,
        typeMap,
        parameters
            .text(NerParameters.PARAM_ENTITY_TYPE)
            .or(() -> profilesType ? Optional.of(profile.entityType()) : Optional.empty()),
        FeatureName.written(parameters, NerParameters.PARAM_LABEL_FEATURE, profile.labelFeature()),
        FeatureName.written(parameters, NerParameters.PARAM_SCORE_FEATURE, profile.scoreFeature()));
  }

  /**
   * A type as a parameter names it.
   *
   * @param parameter that names it
   * @param name of the type
   */
  record TypeName(String parameter, String name) {}

  /**
   * Returns the types of the labels whose entities are written.
   *
   * @throws IllegalArgumentException if a label has no type; the message names all such labels
   */
  Map<String, TypeName> typesOf(List<String> labels) {
    Map<String, TypeName> types = new TreeMap<>();
    List<String> without = new ArrayList<>();
    for (String label : labels) {
      Optional<TypeName> type = typeOf(label);
      type.ifPresent(found -> types.put(label, found));
      if (type.isEmpty()) {
        without.add(label);
      }
    }
    if (!without.isEmpty()) {
      throw new IllegalArgumentException(
          "the model's labels %s have no type: add them to %s or %s, or give %s for all"
              .formatted(
                  without,
                  NerParameters.PARAM_TYPE_MAP,
                  NerParameters.PARAM_IGNORED_LABELS,
                  NerParameters.PARAM_ENTITY_TYPE));
    }
    return types;
  }

  private Optional<TypeName> typeOf(String label) {
    return Optional.ofNullable(typeMap.get(label))
        .map(name -> new TypeName(NerParameters.PARAM_TYPE_MAP, name))
        .or(
            () ->
                profile.typeOf(label).map(name -> new TypeName(NerParameters.PARAM_PROFILE, name)))
        .or(() -> entityType.map(name -> new TypeName(NerParameters.PARAM_ENTITY_TYPE, name)));
  }
}
