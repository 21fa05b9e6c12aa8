package io.github.albertner.uima;

import io.github.albertner.suggest.NearestName;
import io.github.albertner.text.SplitterKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an engine's parameters say, but for the model.
 *
 * @param input types read
 * @param output types written
 * @param filter of entities
 * @param removeExisting whether annotations of the types written are removed first
 * @param view name of the view, or that of the framework
 * @param language for splitting, or the document's
 * @param splitter how text without sentences or tokens is split
 * @param context whether sentences are seen among their neighbours, or whatever the model was
 *     trained for
 * @param skipsFailed whether documents that cannot be tagged are skipped
 */
record EngineSettings(
    InputNames input,
    OutputNames output,
    LabelFilter filter,
    boolean removeExisting,
    Optional<String> view,
    Optional<Locale> language,
    SplitterKind splitter,
    Context context,
    boolean skipsFailed) {

  private static final Map<String, Boolean> YES_OR_NO =
      Map.of("yes", true, "no", false, "true", true, "false", false);
  private static final Map<String, Context> CONTEXTS =
      Map.of("model", Context.MODEL, "on", Context.ON, "off", Context.OFF);
  private static final Map<String, SplitterKind> SPLITTERS =
      Arrays.stream(SplitterKind.values())
          .collect(Collectors.toMap(SplitterKind::toString, Function.identity()));
  private static final Map<String, Boolean> SKIP_OR_FAIL = Map.of("skip", true, "fail", false);
  private static final Map<String, String> PROFILES =
      Profile.NAMES.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));

  /**
   * Reads the parameters.
   *
   * @throws IllegalArgumentException if a value is illegal; the message names the parameter
   */
  static EngineSettings of(Parameters parameters) {
    Profile profile =
        Profile.of(parameters.choice(NerParameters.PARAM_PROFILE, PROFILES, Profile.NAMES.get(0)));
    return new EngineSettings(
        InputNames.of(parameters, profile),
        OutputNames.of(parameters, profile),
        LabelFilter.of(parameters),
        parameters.choice(NerParameters.PARAM_REMOVE_EXISTING, YES_OR_NO, false),
        parameters.text(NerParameters.PARAM_VIEW),
        parameters.text(NerParameters.PARAM_LANGUAGE).map(EngineSettings::locale),
        parameters.choice(NerParameters.PARAM_SPLITTER, SPLITTERS, SplitterKind.AUTO),
        parameters.choice(NerParameters.PARAM_CONTEXT, CONTEXTS, Context.MODEL),
        parameters.choice(NerParameters.PARAM_ON_ERROR, SKIP_OR_FAIL, false));
  }

  private static Locale locale(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(
          "parameter %s: expected a language tag such as en or pt-BR, found '%s'"
              .formatted(NerParameters.PARAM_LANGUAGE, tag),
          e);
    }
  }

  /**
   * Returns the types of the labels whose entities are written.
   *
   * @param labels that the model reports
   * @throws IllegalArgumentException if a parameter names a label that the model does not have, or
   *     a label has no type
   */
  Map<String, OutputNames.TypeName> typesOf(List<String> labels) {
    known(NerParameters.PARAM_TYPE_MAP, output.typeMap().keySet(), labels);
    known(NerParameters.PARAM_MINIMUM_SCORE, filter.minimumScores().keySet(), labels);
    known(NerParameters.PARAM_IGNORED_LABELS, filter.ignored(), labels);
    return output.typesOf(
        labels.stream().filter(label -> !filter.ignored().contains(label)).toList());
  }

  private static void known(String parameter, Collection<String> named, List<String> labels) {
    for (String label : named) {
      if (!labels.contains(label)) {
        throw new IllegalArgumentException(
            "parameter %s: expected labels of the model, which are %s, found %s%s"
                .formatted(parameter, labels, label, NearestName.hint(label, labels)));
      }
    }
  }
}
