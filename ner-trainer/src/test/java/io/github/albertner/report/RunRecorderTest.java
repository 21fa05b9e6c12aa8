package io.github.albertner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
  private static final RunFacts FACTS = new RunFacts("A run", Map.of(), Map.of());

  @TempDir private Path folder;

  @Test
  void theReportIsThereAfterEveryEpochAndAtTheEnd() throws IOException {
    List<TrainingStep> steps = Runs.steps();
    Path report = folder.resolve(RunRecorder.REPORT);
    try (RunRecorder recorder = RunRecorder.begin(folder, FACTS, Runs::development)) {
      recorder.add(steps.get(0));
      assertFalse(Files.exists(report));
      recorder.add(steps.get(1));
      assertTrue(Files.readString(report).contains("Best epoch 1 of 1"));
      recorder.add(steps.get(2));
      recorder.add(steps.get(3));
      assertTrue(Files.readString(report).contains("Best epoch 2 of 2"));
      assertTrue(Files.readString(report).contains("The run has not ended."));
    }
    try (RunRecorder recorder = RunRecorder.resume(folder, FACTS, Runs::development, 2)) {
      for (TrainingStep step : steps.subList(2, steps.size())) {
        recorder.add(step);
      }
      recorder.end("interrupted");
      assertEquals(3, recorder.metrics().epochs().size());
    }
    String page = Files.readString(report);
    assertTrue(page.contains("Best epoch 2 of 3") && page.contains("Ended: interrupted."), page);
  }

  @Test
  void aRunEndedBeforeItsFirstEpochHasAReport() throws IOException {
    try (RunRecorder recorder =
        RunRecorder.begin(
            folder,
            FACTS,
            () -> {
              throw new IllegalStateException("no epoch has ended yet");
            })) {
      recorder.add(Runs.steps().get(0));
      recorder.end("interrupted");
    }
    assertTrue(Files.readString(folder.resolve(RunRecorder.REPORT)).contains("No epoch has ended"));
  }
}
