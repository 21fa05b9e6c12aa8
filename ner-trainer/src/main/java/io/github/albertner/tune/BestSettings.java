package io.github.albertner.tune;

import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.plugin.ParametersFile;
import io.github.albertner.train.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of the best trial, all of them but the number of threads, as files that training
 * reads.
 *
 * @param trial the best
 * @param trials how many have ended
 * @param settings of the best
 * @param command what the user wrote to search
 */
record BestSettings(Trial trial, int trials, Map<String, String> settings, String command) {

  /** Copies the map. */
  BestSettings {
    settings = new LinkedHashMap<>(settings);
  }

  /**
   * Takes them from results, if there is a best trial.
   *
   * @param base settings that the search does not vary
   */
  static Optional<BestSettings> of(SearchResults results, TrainingSettings base, String command) {
    return results
        .best()
        .map(
            best -> {
              Map<String, String> all = base.with(best.settings()).toMap();
              all.remove("threads");
              all.remove("device");
              return new BestSettings(best, results.trials().size(), all, command);
            });
  }

  @Override
  public Map<String, String> settings() {
    return new LinkedHashMap<>(settings);
  }

  private List<String> comment() {
    TrialEpoch epoch = trial.best().orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Trial %d, the best of %d: development F1 %.2f, validation loss %.4f, epoch %d of %d.",
            trial.number(),
            trials,
            100 * epoch.f1(),
            epoch.validationLoss(),
            epoch.epoch(),
            trial.plannedEpochs()));
    lines.add("It was chosen by that F1, which flatters it: judge on other data.");
    lines.add("Found by: " + command);
    return lines;
  }

  /** Returns a file for {@code ner train --settings}. */
  String settingsFile() {
    return ParametersFile.lines(comment(), settings);
  }

  /**
   * Returns a file for the {@code -params} of OpenNLP's TokenNameFinderTrainer.
   *
   * @param start what the trials started from
   * @param devData files of sentences to judge by; of more than one, which OpenNLP's tools cannot
   *     be given, the file says so in a comment
   * @param devMap renames their entity types
   */
  String parametersFile(StartingPoint start, List<Path> devData, String devMap) {
    List<String> comment = comment();
    boolean isFile = devData.size() == 1 && Files.isRegularFile(devData.get(0));
    if (!devData.isEmpty() && !isFile) {
      comment.add(
          "The search judged by %s: set DevData to one file, or a part of the training data judges."
              .formatted(devData.stream().map(Path::toString).collect(Collectors.joining(", "))));
    }
    return ParametersFile.render(
        comment, start, isFile ? Optional.of(devData.get(0)) : Optional.empty(), devMap, settings);
  }
}
