package io.github.albertner.cli;

import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.tune.Budget;
import io.github.albertner.tune.MedianRule;
import io.github.albertner.tune.SearchSpace;
import io.github.albertner.tune.SearchSpaceReader;
import io.github.albertner.tune.Strategy;
import io.github.albertner.tune.TrialPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a search varies, in which order, and when it ends. */
final class SearchArguments {
  private static final int RANDOM_TRIALS = 20;

  @Option(
      names = "--search",
      paramLabel = "SETTING=VALUES",
      description =
          "A setting to vary: values (batch-size=16,32), a range (dropout=0..0.3), or a logarithmic"
              + " one (learning-rate=1e-5..1e-3:log); repeat for others. Any setting of ner train but"
              + " seed, threads and precision. Default: learning rate, batch size, epochs, dropout,"
              + " warm-up, word dropout and replaced mentions.")
  private List<String> entries = List.of();

  @Option(
      names = "--search-space",
      paramLabel = "FILE",
      description = "Settings to vary, one on a line as in --search, which wins.")
  private Path file;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "random",
      description =
          "random, or grid: all combinations of listed values, the last setting changing first."
              + " Default: ${DEFAULT-VALUE}.")
  private Strategy strategy;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description =
          "Trials to run, those of earlier sessions included. Default: all of a grid; 20 at random,"
              + " unless there are --minutes.")
  private Integer trials;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description =
          "Minutes of training, those of earlier sessions included, after which no trial starts and"
              + " the running one ends with its epoch. Default: no limit.")
  private Double minutes;

  @Option(names = "--no-pruning", description = "Train all trials to their end.")
  private boolean unpruned;

  @Option(
      names = "--pruning-trials",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "Complete trials that there must be before one is pruned: ended early, as its best F1 is"
              + " below the median of the others' mean F1 so far. Default: ${DEFAULT-VALUE}.")
  private int pruningTrials;

  @Option(
      names = "--pruning-epochs",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Epochs that every trial is given, and its warm-up if that is longer. Default: ${DEFAULT-VALUE}.")
  private int pruningEpochs;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Makes the plan of the search.
   *
   * @param baseModel decides the default space
   * @param settings that are not varied
   * @throws IOException if the space cannot be read
   * @throws IllegalArgumentException if the space is malformed or holds values that are not
   *     possible, or a setting is both given and searched
   */
  TrialPlan plan(String baseModel, TrainingSettings settings) throws IOException {
    SearchSpace space = space(baseModel);
    for (String name : space.names()) {
      if (command.commandLine().getParseResult().hasMatchedOption("--" + name)) {
        throw new IllegalArgumentException(
            "--%s is given, and the search varies %s; expected one of both".formatted(name, name));
      }
    }
    space.check(settings);
    return new TrialPlan(space, strategy, settings.seed());
  }

  private SearchSpace space(String baseModel) throws IOException {
    if (file == null && entries.isEmpty()) {
      return SearchSpaceReader.defaults(TrainingDefaults.forBaseModel(baseModel));
    }
    SearchSpaceReader reader = new SearchSpaceReader();
    if (file != null) {
      reader.addFile(file);
    }
    reader.addEntries(entries);
    return reader.space();
  }

  /** Returns what the search may cost. */
  Budget budget() {
    OptionalInt most = trials == null ? OptionalInt.empty() : OptionalInt.of(trials);
    if (trials == null && minutes == null && strategy == Strategy.RANDOM) {
      most = OptionalInt.of(RANDOM_TRIALS);
    }
    return new Budget(most, minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes));
  }

  /** Returns the rule by which trials end early. */
  Optional<MedianRule> pruning() {
    return unpruned ? Optional.empty() : Optional.of(new MedianRule(pruningTrials, pruningEpochs));
  }
}
