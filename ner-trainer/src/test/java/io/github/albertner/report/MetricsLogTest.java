package io.github.albertner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.evaluate.MatchCounts;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("metrics.jsonl");
  }

  /** A clock that stands still. */
  private static long still() {
    return 7;
  }

  private static void add(MetricsLog log, List<TrainingStep> steps) throws IOException {
    for (TrainingStep step : steps) {
      log.add(step);
    }
  }

  private void writeWhole() throws IOException {
    try (MetricsLog log = MetricsLog.begin(file, MetricsLogTest::still)) {
      add(log, Runs.steps());
      log.end("all epochs are done");
    }
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    writeWhole();
    RunMetrics read = RunMetrics.read(file);
    assertEquals(6, read.steps().size());
    assertEquals(2.0 / 3, read.steps().get(2).loss());
    assertEquals(1e-3 / 3, read.steps().get(2).learningRate());
    assertEquals(List.of(1, 2, 3), read.epochs().stream().map(EpochMetrics::epoch).toList());
    assertEquals(new MatchCounts(10, 10, 8), read.epochs().get(1).types().get("person"));
    assertEquals(0.7, read.epochs().get(1).validationLoss());
    assertEquals(0.8, read.epochs().get(1).tokenAccuracy());
    assertEquals(2, read.best().orElseThrow().epoch());
    assertEquals(Optional.of("all epochs are done"), read.end());
  }

  @Test
  void everyLineIsThereAtOnce() throws IOException {
    try (MetricsLog log = MetricsLog.begin(file, MetricsLogTest::still)) {
      log.add(Runs.steps().get(0));
      assertEquals(1, Files.readAllLines(file).size());
      log.add(Runs.steps().get(1));
      assertEquals(3, Files.readAllLines(file).size());
    }
  }

  @Test
  void longRunsAreThinnedToMeans() throws IOException {
    long total = 2000;
    try (MetricsLog log = MetricsLog.begin(file, MetricsLogTest::still)) {
      for (long step = 1; step <= 4; step++) {
        log.add(new TrainingStep(1, step, total, step, 10, 1e-3, 2 * step, Optional.empty()));
      }
    }
    List<StepMetrics> steps = RunMetrics.read(file).steps();
    assertEquals(List.of(2L, 4L), steps.stream().map(StepMetrics::step).toList());
    assertEquals(List.of(1.5, 3.5), steps.stream().map(StepMetrics::loss).toList());
    assertEquals(List.of(3.0, 7.0), steps.stream().map(StepMetrics::gradientNorm).toList());
  }

  @Test
  void aRunTakenUpAgainHasTheSameLines() throws IOException {
    writeWhole();
    String whole = Files.readString(file);
    for (int resumed = 0; resumed <= 6; resumed++) {
      // Killed after all updates, while writing; taken up after one of them.
      Files.writeString(file, whole + "{\"event\":\"st");
      try (MetricsLog log = MetricsLog.resume(file, resumed, MetricsLogTest::still)) {
        add(log, Runs.steps().subList(resumed, 6));
        log.end("all epochs are done");
      }
      assertEquals(whole, Files.readString(file), "taken up after update " + resumed);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void timeGoesOnWhereItStopped() throws IOException {
    long[] now = {0};
    try (MetricsLog log = MetricsLog.begin(file, () -> now[0])) {
      now[0] = 4_000_000_000L;
      log.add(Runs.steps().get(0));
    }
    assertEquals(25, RunMetrics.read(file).steps().get(0).piecesPerSecond());
    now[0] = 100_000_000_000L;
    try (MetricsLog log = MetricsLog.resume(file, 1, () -> now[0])) {
      now[0] = 102_000_000_000L;
      log.add(Runs.steps().get(1));
    }
    StepMetrics second = RunMetrics.read(file).steps().get(1);
    assertEquals(6, second.seconds());
    assertEquals(50, second.piecesPerSecond());
  }

  @Test
  void aRunWithoutAFileIsTakenUpWithANewOne() throws IOException {
    try (MetricsLog log = MetricsLog.resume(file, 4, MetricsLogTest::still)) {
      add(log, Runs.steps().subList(4, 6));
    }
    assertEquals(2, RunMetrics.read(file).steps().size());
  }

  @Test
  void aLineThatIsNoneIsNamed() throws IOException {
    writeWhole();
    int lines = Files.readAllLines(file).size();
    Files.writeString(file, "{\"event\":\"epoch\"}\n", StandardOpenOption.APPEND);
    String message = assertThrows(IOException.class, () -> RunMetrics.read(file)).getMessage();
    assertTrue(message.startsWith(file + ":" + (lines + 1) + ": expected"), message);
    Files.writeString(file, "nothing\n");
    assertThrows(IOException.class, () -> RunMetrics.read(file));
  }

  @Test
  void whatIsNoNumberIsNull() throws IOException {
    try (MetricsLog log = MetricsLog.begin(file, MetricsLogTest::still)) {
      log.add(new TrainingStep(1, 1, 1, Double.POSITIVE_INFINITY, 1, 1e-3, 1, Optional.empty()));
    }
    assertTrue(Files.readString(file).contains("\"loss\":null"));
    assertTrue(Double.isNaN(RunMetrics.read(file).steps().get(0).loss()));
  }
}
