package io.github.albertner.cas;

import io.github.albertner.standoff.TextEntity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;
import org.apache.uima.cas.text.AnnotationFS;

/** The entities of a CAS by type. */
final class EntityTypes {

  private final Map<Type, EntityTypeRule> rules;
  private final TypeSystem types;

  private EntityTypes(Map<Type, EntityTypeRule> rules, TypeSystem types) {
    this.rules = rules;
    this.types = types;
  }

  /**
   * Looks up types and features.
   *
   * @param rules none to find them out
   * @throws IllegalArgumentException if a type or feature is not there, or none is known
   */
  static EntityTypes of(List<EntityTypeRule> rules, TypeSystem types) {
    List<EntityTypeRule> chosen = rules;
    if (rules.isEmpty()) {
      chosen =
          CasTypes.ENTITIES.stream()
              .filter(rule -> types.getType(rule.type()) != null)
              .limit(1)
              .toList();
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "which annotations are entities? The type system has no named entities of this project or"
              + " of DKPro Core; name types and labels (--entity-types"
              + " my.Person:person,my.Place:location on the command line)");
    }
    Map<Type, EntityTypeRule> resolved = new LinkedHashMap<>();
    for (EntityTypeRule rule : chosen) {
      Type type = CasTypes.annotation(types, rule.type(), "entities");
      rule.feature().ifPresent(feature -> CasTypes.feature(type, feature));
      resolved.put(type, rule);
    }
    return new EntityTypes(resolved, types);
  }

  /** All entities of a view: in order of their begins, longer ones first. */
  List<TextEntity> find(CAS view) {
    List<TextEntity> found = new ArrayList<>();
    for (AnnotationFS annotation : view.getAnnotationIndex()) {
      Type type = annotation.getType();
      closest(type)
          .ifPresent(
              rule ->
                  found.add(
                      new TextEntity(
                          type.getShortName(),
                          annotation.getBegin(),
                          annotation.getEnd(),
                          label(annotation, rules.get(rule)),
                          0)));
    }
    return found;
  }

  /** The type of the rules that is the annotation's own, or its nearest supertype. */
  private Optional<Type> closest(Type type) {
    for (Type at = type; at != null; at = types.getParent(at)) {
      if (rules.containsKey(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static String label(AnnotationFS annotation, EntityTypeRule rule) {
    if (rule.label().isPresent()) {
      return rule.label().get();
    }
    Type type = annotation.getType();
    if (rule.feature().isPresent()) {
      return annotation.getFeatureValueAsString(type.getFeatureByBaseName(rule.feature().get()));
    }
    for (String usual : List.of("label", "value")) {
      Feature feature = type.getFeatureByBaseName(usual);
      if (feature != null && feature.getRange().isPrimitive()) {
        return annotation.getFeatureValueAsString(feature);
      }
    }
    return CasTypes.shortName(rule.type());
  }
}
