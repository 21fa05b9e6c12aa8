package io.github.albertner.report;

import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps the files of a run folder by which people follow a run: {@value #METRICS} while it goes on,
 * and {@value #REPORT} anew after every epoch.
 */
public final class RunRecorder implements AutoCloseable {
  /** Name of the file that {@link MetricsLog} writes. */
  public static final String METRICS = "metrics.jsonl";

  /** Name of the page that {@link RunReport} renders. */
  public static final String REPORT = "report.html";

  private final Path folder;
  private final MetricsLog log;
  private final RunFacts facts;
  private final Supplier<List<JudgedSentence>> development;

  private RunRecorder(
      Path folder, MetricsLog log, RunFacts facts, Supplier<List<JudgedSentence>> development) {
    this.folder = folder;
    this.log = log;
    this.facts = facts;
    this.development = development;
  }

  /**
   * Begins the files of a run, in place of those that are there.
   *
   * @param folder an existing one
   * @param facts for the report
   * @param development gives what the best epoch so far finds in the development data
   * @throws IOException if they cannot be written
   */
  public static RunRecorder begin(
      Path folder, RunFacts facts, Supplier<List<JudgedSentence>> development) throws IOException {
    return new RunRecorder(folder, MetricsLog.begin(folder.resolve(METRICS)), facts, development);
  }

  /**
   * Goes on with the files of a run that is taken up again.
   *
   * @param step the last update that the run still has
   * @throws IOException if they cannot be read or written
   */
  public static RunRecorder resume(
      Path folder, RunFacts facts, Supplier<List<JudgedSentence>> development, long step)
      throws IOException {
    return new RunRecorder(
        folder, MetricsLog.resume(folder.resolve(METRICS), step), facts, development);
  }

  /**
   * Takes in an update; after the last of an epoch, the report is made anew.
   *
   * @throws IOException if a file cannot be written
   */
  public void add(TrainingStep step) throws IOException {
    log.add(step);
    if (step.epochResult().isPresent()) {
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

  /**
   * Returns the run so far, epochs before an interruption included.
   *
   * @throws IOException if it cannot be read
   */
  public RunMetrics metrics() throws IOException {
    return RunMetrics.read(folder.resolve(METRICS));
  }

  private void report() throws IOException {
    RunMetrics metrics = metrics();
    List<JudgedSentence> found = metrics.best().isPresent() ? development.get() : List.of();
    byte[] page = new RunReport(facts, metrics, found).render().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        folder.resolve(REPORT),
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
