package io.github.albertner.cli;

import io.github.albertner.run.Checkpointing;
import io.github.albertner.run.RunDirectory;
import io.github.albertner.run.SeedRuns;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingRequest;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Trains with one seed after the other, each in a folder of its own, so that a series that was
 * killed goes on where it stood.
 */
final class SeedTraining implements SeedRuns.SeedTrainer {
  private final TrainingRequest request;
  private final TrainingData data;
  private final Path folder;
  private final int checkpointSteps;
  private final boolean force;
  private final boolean resumed;
  private final SeriesRunner runner;
  private final PrintWriter err;

  /**
   * Prepares a series.
   *
   * @param folder of the series; each seed has one below it
   * @param force whether other runs there may be replaced
   * @param resumed whether runs there are taken up again
   */
  SeedTraining(
      TrainingRequest request,
      TrainingData data,
      Path folder,
      int checkpointSteps,
      boolean force,
      boolean resumed,
      SeriesRunner runner,
      PrintWriter err) {
    this.request = request;
    this.data = data;
    this.folder = folder;
    this.checkpointSteps = checkpointSteps;
    this.force = force;
    this.resumed = resumed;
    this.runner = runner;
    this.err = err;
  }

  @Override
  public Optional<TrainedModel> train(long seed) throws IOException {
    Path ofSeed = folder.resolve("seed-" + seed);
    err.printf(Locale.ROOT, "seed %d, in %s%n", seed, ofSeed);
    err.flush();
    try (RunDirectory directory =
        resumed && Files.isDirectory(ofSeed)
            ? RunDirectory.open(ofSeed)
            : RunDirectory.create(ofSeed, force)) {
      return runner.train(
          request.withSettings(withSeed(request.settings(), seed)),
          data,
          Optional.of(new Checkpointing(directory, checkpointSteps)));
    }
  }

  private static TrainingSettings withSeed(TrainingSettings settings, long seed) {
    Map<String, String> values = new LinkedHashMap<>(settings.toMap());
    values.put("seed", Long.toString(seed));
    return TrainingSettings.of(values);
  }
}
