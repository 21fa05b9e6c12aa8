package io.github.albertner.plugin;

import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.LabelMap;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.report.CardNotes;
import io.github.albertner.run.TrainingRequest;
import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.weights.DataType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a parameters file asks for.
 *
 * @param start what training starts from
 * @param settings of the run
 * @param storage type of the package's weights
 * @param language a language tag
 * @param description for the model card
 * @param devData file of sentences to judge epochs by; none to split them off
 * @param devFormat format of that file, or auto
 * @param devMap renames the entity types of that file
 * @param devFraction share of the sentences to split off, without such a file
 */
record TrainerParameters(
    StartingPoint start,
    TrainingSettings settings,
    DataType storage,
    String language,
    String description,
    Optional<Path> devData,
    String devFormat,
    LabelMap devMap,
    double devFraction) {

  /**
   * Reads the parameters that a user wrote, by {@linkplain ParameterKeys their keys}.
   *
   * @throws IllegalArgumentException if one is missing, malformed or out of range, or two cannot be
   *     meant together; the message names the key
   */
  static TrainerParameters of(Map<String, String> written) {
    Map<String, String> values = new TreeMap<>(written);
    Map<String, String> chosen = new TreeMap<>();
    ParameterKeys.settings()
        .forEach(
            (key, setting) -> {
              if (values.containsKey(key)) {
                chosen.put(setting, values.remove(key));
              }
            });
    String baseModel = values.get(ParameterKeys.BASE_MODEL);
    if (baseModel == null) {
      throw new IllegalArgumentException(
          ParameterKeys.BASE_MODEL
              + " is missing; expected a folder with a Hugging Face ALBERT, or random:tiny,"
              + " random:small or random:base for random weights");
    }
    Optional<Path> devData = path(values, ParameterKeys.DEV_DATA);
    refuseWithout(devData.isPresent(), values, ParameterKeys.DEV_FORMAT);
    refuseWithout(devData.isPresent(), values, ParameterKeys.DEV_MAP);
    if (devData.isPresent() && values.containsKey(ParameterKeys.DEV_FRACTION)) {
      throw new IllegalArgumentException(
          "%s and %s: expected one of them, found both"
              .formatted(ParameterKeys.DEV_DATA, ParameterKeys.DEV_FRACTION));
    }
    return new TrainerParameters(
        new StartingPoint(
            baseModel,
            path(values, ParameterKeys.VOCABULARY),
            path(values, ParameterKeys.EMBEDDINGS)),
        settings(baseModel, chosen),
        storage(values.getOrDefault(ParameterKeys.STORAGE, "f32")),
        language(values.getOrDefault(ParameterKeys.LANGUAGE, "und")),
        values.getOrDefault(ParameterKeys.DESCRIPTION, ""),
        devData,
        values.getOrDefault(ParameterKeys.DEV_FORMAT, "auto"),
        LabelMap.parse(values.getOrDefault(ParameterKeys.DEV_MAP, "")),
        fraction(values.get(ParameterKeys.DEV_FRACTION)));
  }

  private static TrainingSettings settings(String baseModel, Map<String, String> chosen) {
    try {
      return TrainingDefaults.forBaseModel(baseModel).with(chosen);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ParameterKeys.inMessage(e.getMessage()), e);
    }
  }

  private static void refuseWithout(boolean devData, Map<String, String> values, String key) {
    if (!devData && values.containsKey(key)) {
      throw new IllegalArgumentException(
          key + " says how to read " + ParameterKeys.DEV_DATA + ", which is missing");
    }
  }

  private static Optional<Path> path(Map<String, String> values, String key) {
    try {
      return Optional.ofNullable(values.get(key)).map(Path::of);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static DataType storage(String text) {
    return switch (text) {
      case "f32" -> DataType.F32;
      case "f16" -> DataType.F16;
      default ->
          throw new IllegalArgumentException(
              "%s is \"%s\"; expected f32 or f16".formatted(ParameterKeys.STORAGE, text));
    };
  }

  private static String language(String tag) {
    try {
      // Said now rather than after hours of training.
      return ModelManifest.of(tag, Instant.EPOCH).language();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ParameterKeys.LANGUAGE + ": " + e.getMessage(), e);
    }
  }

  private static double fraction(String text) {
    if (text == null) {
      return CorpusSplitter.DEVELOPMENT_SHARE;
    }
    double fraction;
    try {
      fraction = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      fraction = Double.NaN;
    }
    if (fraction > 0 && fraction < 1) {
      return fraction;
    }
    throw new IllegalArgumentException(
        "%s is \"%s\"; expected a number above 0, below 1"
            .formatted(ParameterKeys.DEV_FRACTION, text));
  }

  /** What of it the trainer is asked for. */
  TrainingRequest toRequest() {
    return new TrainingRequest(start, settings, storage, CardNotes.of(language, description));
  }
}
