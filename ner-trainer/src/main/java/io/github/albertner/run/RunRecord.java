package io.github.albertner.run;

import io.github.albertner.report.EpochMetrics;
import io.github.albertner.report.Provenance;
import io.github.albertner.report.RunFacts;
import io.github.albertner.report.RunRecorder;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is written down of a run: its epochs, and metrics and report in its folder if it has one. A
 * folder that cannot be written is reported; the run goes on without those files.
 */
final class RunRecord implements AutoCloseable {
  private final RunListener listener;
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private Optional<RunRecorder> files = Optional.empty();

  private RunRecord(RunListener listener) {
    this.listener = listener;
  }

  /**
   * Begins the record, or goes on with that of a run that is taken up again.
   *
   * @param step updates made before
   */
  static RunRecord open(
      Optional<Checkpointing> checkpoints,
      TrainingData data,
      FineTuning tuning,
      long step,
      RunListener listener) {
    RunRecord record = new RunRecord(listener);
    checkpoints.ifPresent(
        kept -> record.attempt(() -> record.openFiles(kept.directory(), data, tuning, step)));
    return record;
  }

  private void openFiles(RunDirectory directory, TrainingData data, FineTuning tuning, long step)
      throws IOException {
    RunFacts facts =
        new RunFacts(
            "Training of " + String.join(", ", tuning.labels().types()),
            tuning.settings().toMap(),
            Provenance.ofRun(tuning.origin(), data.provenance(), Instant.now()));
    files =
        Optional.of(
            step == 0
                ? RunRecorder.begin(
                    directory.folder(), facts, () -> tuning.loop().bestPredictions())
                : RunRecorder.resume(
                    directory.folder(), facts, () -> tuning.loop().bestPredictions(), step));
    epochs.addAll(files.get().metrics().epochs());
  }

  /** Takes in an update. */
  void add(TrainingStep step) {
    step.epochResult().ifPresent(result -> epochs.add(EpochMetrics.of(result, Double.NaN)));
    files.ifPresent(recorder -> attempt(() -> recorder.add(step)));
  }

  /** Says why the run ended. */
  void end(String reason) {
    files.ifPresent(recorder -> attempt(() -> recorder.end(reason)));
  }

  /** Returns what every epoch ended with, those before a resumption included. */
  List<EpochMetrics> epochs() {
    return List.copyOf(epochs);
  }

  /** Writing that may fail. */
  private interface Writing {
    void run() throws IOException;
  }

  private void attempt(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      listener.problem("metrics and report are not kept any more: " + e.getMessage());
      abandon();
    }
  }

  private void abandon() {
    Optional<RunRecorder> failed = files;
    files = Optional.empty();
    try {
      if (failed.isPresent()) {
        failed.get().close();
      }
    } catch (IOException e) {
      // What it could not write is what was reported.
    }
  }

  @Override
  public void close() {
    abandon();
  }
}
