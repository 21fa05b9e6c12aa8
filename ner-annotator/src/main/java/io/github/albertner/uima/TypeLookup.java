package io.github.albertner.uima;

import io.github.albertner.suggest.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;

/**
 * Looks names of types and features up in a type system. All methods throw {@link
 * IllegalArgumentException} if one is missing or unfit; the message names the parameter, what was
 * found, and the nearest name.
 */
final class TypeLookup {
  private final TypeSystem types;
  private final Type annotation;

  TypeLookup(TypeSystem types) {
    this.types = types;
    annotation = types.getType(CAS.TYPE_NAME_ANNOTATION);
  }

  TypeSystem system() {
    return types;
  }

  boolean has(String type) {
    return types.getType(type) != null;
  }

  /** Returns a type of annotations. */
  Type type(String parameter, String name) {
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

  /** Returns a feature of one of the ranges. */
  Feature feature(Type owner, FeatureName name, List<String> ranges) {
    Feature feature = owner.getFeatureByBaseName(name.name());
    if (feature == null) {
      List<String> known = owner.getFeatures().stream().map(Feature::getShortName).toList();
      throw new IllegalArgumentException(
          "parameter %s: expected a feature of %s, found %s; it has %s%s%s"
              .formatted(
                  name.parameter(),
                  owner.getName(),
                  name.name(),
                  known,
                  NearestName.hint(name.name(), known),
                  name.writtenTo() ? "; an empty value writes none" : ""));
    }
    if (!ranges.contains(feature.getRange().getName())) {
      throw new IllegalArgumentException(
          "parameter %s: expected a feature of range %s, found %s of range %s"
              .formatted(
                  name.parameter(),
                  String.join(" or ", ranges),
                  feature.getName(),
                  feature.getRange().getName()));
    }
    return feature;
  }
}
