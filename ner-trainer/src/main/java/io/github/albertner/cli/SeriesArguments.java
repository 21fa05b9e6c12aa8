package io.github.albertner.cli;

import io.github.albertner.report.Provenance;
import io.github.albertner.run.TestData;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.Option;

/** How far chance decides what was trained: several seeds, and test data that decide nothing. */
final class SeriesArguments {
  private static final int MOST_SEEDS = 1000;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Train with N seeds, from --seed on, each in a folder of the run's; print mean and standard"
              + " deviation of the scores; package the one that is best on the development data."
              + " Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--test",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Annotated sentences that decide nothing: the packaged model is scored on them, and says so"
              + " in its card.")
  private List<Path> test = List.of();

  /**
   * Checks the number of seeds.
   *
   * @throws IllegalArgumentException if there is none
   */
  void check() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw new IllegalArgumentException(
          "--seeds: expected 1 to " + MOST_SEEDS + ", found " + seeds);
    }
  }

  /** Whether several models are trained. */
  boolean isSeries() {
    return seeds > 1;
  }

  /** The seeds, from that of the settings on. */
  List<Long> seeds(TrainingSettings settings) {
    return LongStream.iterate(settings.seed(), seed -> seed + 1).limit(seeds).boxed().toList();
  }

  /** Reads the test sentences; none if there are no files. */
  TestData readTest(TrainingInputs inputs, PrintWriter err) throws IOException {
    return test.isEmpty()
        ? TestData.NONE
        : new TestData(inputs.read(test, err), Provenance.describe(inputs.files(test)));
  }
}
