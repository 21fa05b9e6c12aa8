package io.github.albertner.uima;

import java.util.List;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;

/**
 * The types of one type system that the engine reads.
 *
 * @param sentence absent where the pipeline does not know the project's own type
 * @param token likewise
 * @param window if only parts of the text are read
 * @param skipped what hides the text under it
 */
record InputTypes(
    Optional<Type> sentence, Optional<Type> token, Optional<Type> window, List<Skipped> skipped) {

  private static final List<String> READABLE =
      List.of(
          CAS.TYPE_NAME_STRING, CAS.TYPE_NAME_INTEGER, CAS.TYPE_NAME_LONG, CAS.TYPE_NAME_BOOLEAN);

  /**
   * Annotations that hide the text under them.
   *
   * @param type of the annotations
   * @param feature that must have the value, if any
   * @param value as {@link AnnotationFS#getFeatureValueAsString} prints it
   */
  record Skipped(Type type, Optional<Feature> feature, String value) {
    boolean matches(AnnotationFS annotation) {
      return feature
          .map(present -> value.equals(annotation.getFeatureValueAsString(present)))
          .orElse(true);
    }
  }

  /**
   * Looks names up.
   *
   * @throws IllegalArgumentException as {@link TypeLookup} says
   */
  static InputTypes resolve(TypeLookup types, InputNames names) {
    return new InputTypes(
        own(types, NerParameters.PARAM_SENTENCE_TYPE, names.sentence(), NerTypes.SENTENCE),
        own(types, NerParameters.PARAM_TOKEN_TYPE, names.token(), NerTypes.TOKEN),
        names.window().map(name -> types.type(NerParameters.PARAM_WINDOW_TYPE, name)),
        names.skipped().stream().map(skipped -> skipped(types, skipped)).toList());
  }

  /** A pipeline without the project's own types is served by the engine's own splitting. */
  private static Optional<Type> own(
      TypeLookup types, String parameter, String name, String ownName) {
    return name.equals(ownName) && !types.has(name)
        ? Optional.empty()
        : Optional.of(types.type(parameter, name));
  }

  private static Skipped skipped(TypeLookup types, InputNames.Skipped names) {
    String parameter = NerParameters.PARAM_SKIPPED_TYPES;
    Type type = types.type(parameter, names.type());
    FeatureName name = new FeatureName(parameter, names.feature(), true, false);
    return new Skipped(
        type,
        names.feature().isEmpty()
            ? Optional.empty()
            : Optional.of(types.feature(type, name, READABLE)),
        names.value());
  }
}
