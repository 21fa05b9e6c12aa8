package io.github.albertner.cas;

import io.github.albertner.suggest.NearestName;
import io.github.albertner.uima.NerTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;

/** Types by name, and those that this project knows of others. */
final class CasTypes {

  /**
   * Types of sentences and tokens that belong together.
   *
   * @param owner who defines them, for people
   */
  record Segmentation(String owner, String sentence, String token) {}

  /** In the order in which they are looked for. */
  static final List<Segmentation> SEGMENTATIONS =
      List.of(
          new Segmentation("Albert NER", NerTypes.SENTENCE, NerTypes.TOKEN),
          new Segmentation(
              "DKPro Core",
              "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence",
              "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"),
          new Segmentation(
              "cTAKES",
              "org.apache.ctakes.typesystem.type.textspan.Sentence",
              "org.apache.ctakes.typesystem.type.syntax.BaseToken"),
          new Segmentation("opennlp-uima", "opennlp.uima.Sentence", "opennlp.uima.Token"));

  /** Entities whose label is in a feature, in the order in which they are looked for. */
  static final List<EntityTypeRule> ENTITIES =
      List.of(
          new EntityTypeRule(NerTypes.NAMED_ENTITY, Optional.empty(), Optional.of(NerTypes.LABEL)),
          new EntityTypeRule(
              "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity",
              Optional.empty(),
              Optional.of("value")));

  private CasTypes() {}

  /**
   * A type of annotations.
   *
   * @param what its part, for the message
   * @throws IllegalArgumentException if there is none of that name, or it is no annotation type
   */
  static Type annotation(TypeSystem types, String name, String what) {
    Type type = types.getType(name);
    Type annotation = types.getType("uima.tcas.Annotation");
    if (type == null) {
      throw new IllegalArgumentException(
          "expected a type of the type system for "
              + what
              + ", found '"
              + name
              + "'"
              + hint(types, name));
    }
    if (!types.subsumes(annotation, type)) {
      throw new IllegalArgumentException(
          "expected a type of annotations for "
              + what
              + ", found "
              + name
              + ", which has no begin and end");
    }
    return type;
  }

  private static String hint(TypeSystem types, String name) {
    TreeSet<String> names = new TreeSet<>();
    types.getTypeIterator().forEachRemaining(type -> names.add(type.getName()));
    // The package is long and alike in all; the last part tells types apart.
    Set<String> shortNames = new TreeSet<>();
    names.forEach(known -> shortNames.add(shortName(known)));
    return NearestName.of(shortName(name), shortNames)
        .flatMap(near -> names.stream().filter(known -> shortName(known).equals(near)).findFirst())
        .map(near -> " (did you mean " + near + "?)")
        .orElse("");
  }

  /**
   * A feature with a simple value.
   *
   * @throws IllegalArgumentException if there is none of that name, or its value is a structure
   */
  static Feature feature(Type type, String name) {
    Feature feature = type.getFeatureByBaseName(name);
    if (feature == null) {
      TreeSet<String> names = new TreeSet<>();
      type.getFeatures().forEach(known -> names.add(known.getShortName()));
      throw new IllegalArgumentException(
          "expected a feature of "
              + type.getName()
              + ", found '"
              + name
              + "'"
              + NearestName.hint(name, names)
              + "; its features: "
              + String.join(", ", names));
    }
    if (!feature.getRange().isPrimitive()) {
      throw new IllegalArgumentException(
          "expected a feature with a simple value, such as a string, for labels, found "
              + feature.getName()
              + " of type "
              + feature.getRange().getName());
    }
    return feature;
  }

  /** The name without its package. */
  static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
