package io.github.albertner.uima;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The types that the engine reads, as its parameters name them.
 *
 * @param sentence name of a type
 * @param token name of a type
 * @param window name of a type, or none
 * @param skipped what hides the text under it
 */
record InputNames(String sentence, String token, Optional<String> window, List<Skipped> skipped) {

  /**
   * Annotations that hide the text under them.
   *
   * @param type name of a type
   * @param feature short name, or empty for all annotations of the type
   * @param value that the feature must have
   */
  record Skipped(String type, String feature, String value) {
    /**
     * Reads {@code type.Name} or {@code type.Name:feature:value}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Skipped of(String text) {
      List<String> parts = Arrays.stream(text.split(":", 3)).map(String::strip).toList();
      if (parts.size() == 2 || parts.get(0).isEmpty()) {
        throw new IllegalArgumentException(
            "parameter %s: expected type.Name or type.Name:feature:value, found '%s'"
                .formatted(NerParameters.PARAM_SKIPPED_TYPES, text));
      }
      return parts.size() == 1
          ? new Skipped(parts.get(0), "", "")
          : new Skipped(parts.get(0), parts.get(1), parts.get(2));
    }
  }

  static InputNames of(Parameters parameters, Profile profile) {
    return new InputNames(
        parameters.text(NerParameters.PARAM_SENTENCE_TYPE).orElse(profile.sentenceType()),
        parameters.text(NerParameters.PARAM_TOKEN_TYPE).orElse(profile.tokenType()),
        parameters.text(NerParameters.PARAM_WINDOW_TYPE),
        parameters.list(NerParameters.PARAM_SKIPPED_TYPES).stream().map(Skipped::of).toList());
  }
}
