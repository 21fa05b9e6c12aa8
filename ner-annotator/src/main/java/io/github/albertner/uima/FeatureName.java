package io.github.albertner.uima;

/**
 * A feature as a parameter names it.
 *
 * @param parameter that names it
 * @param name short name, or empty for none
 * @param given whether the parameter was given, so that every type must have it
 * @param writtenTo whether the engine writes it, rather than read it
 */
record FeatureName(String parameter, String name, boolean given, boolean writtenTo) {

  static FeatureName written(Parameters parameters, String parameter, String fallback) {
    return new FeatureName(
        parameter,
        parameters.text(parameter).orElse(fallback),
        parameters.text(parameter).isPresent(),
        true);
  }
}
