package io.github.albertner.report;

import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.pretrain.PretrainingStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Keeps the files of a run folder by which people follow pretraining: {@value RunRecorder#METRICS}
 * while it goes on, and {@value RunRecorder#REPORT} anew after every evaluation.
 */
public final class PretrainingRecorder implements AutoCloseable {
  private final Path folder;
  private final MetricsLog log;
  private final RunFacts facts;

  private PretrainingRecorder(Path folder, MetricsLog log, RunFacts facts) {
    this.folder = folder;
    this.log = log;
    this.facts = facts;
  }

  /**
   * Begins the files of a run in place of those that are there, or goes on with them.
   *
   * @param folder an existing one
   * @param facts for the report
   * @param step the last update that the run still has; 0 for a new run
   * @throws IOException if they cannot be read or written
   */
  public static PretrainingRecorder open(Path folder, RunFacts facts, long step)
      throws IOException {
    Path file = folder.resolve(RunRecorder.METRICS);
    return new PretrainingRecorder(
        folder, step == 0 ? MetricsLog.begin(file) : MetricsLog.resume(file, step), facts);
  }

  /**
   * Takes in an update; after an evaluation, the report is made anew.
   *
   * @throws IOException if a file cannot be written
   */
  public void add(PretrainingStep step) throws IOException {
    log.add(step);
    if (step.evaluation().isPresent()) {
      report();
    }
  }

  /**
   * Says why the run has ended.
   *
   * @throws IOException if a file cannot be written
   */
  public void end(String reason) throws IOException {
    log.end(reason);
    report();
  }

  private void report() throws IOException {
    RunMetrics metrics = RunMetrics.read(folder.resolve(RunRecorder.METRICS));
    byte[] page = new PretrainingReport(facts, metrics).render().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        folder.resolve(RunRecorder.REPORT),
        true,
        channel -> {
          ByteBuffer left = ByteBuffer.wrap(page);
          while (left.hasRemaining()) {
            channel.write(left);
          }
        });
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
