package io.github.albertner.report;

import com.google.gson.JsonObject;
import io.github.albertner.pretrain.PretrainingStep;
import io.github.albertner.train.TrainingStep;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Writes metrics.jsonl while a run goes on: a JSON object a line, each flushed at once.
 *
 * <p>There is a {@code step} line for about every thousandth of the run, and for the last update of
 * each epoch, or before each evaluation of pretraining; losses and gradient norms in it are means
 * over the updates since the line before. An {@code epoch} line follows the last step of an epoch,
 * and an {@code end} line says why the run ended. Not thread-safe.
 */
public final class MetricsLog implements AutoCloseable {
  private static final long MOST_STEP_LINES = 1000;

  private final BufferedWriter out;
  private final LongSupplier nanoseconds;
  private final long started;

  private long step;
  private double lineSeconds;
  private long updates;
  private long pieces;
  private double loss;
  private double norm;

  private MetricsLog(BufferedWriter out, long step, double seconds, LongSupplier nanoseconds) {
    this.out = out;
    this.step = step;
    this.nanoseconds = nanoseconds;
    this.lineSeconds = seconds;
    started = nanoseconds.getAsLong() - Math.round(seconds * 1e9);
  }

  /**
   * Begins the file of a run, in place of one that is there.
   *
   * @throws IOException if it cannot be written
   */
  public static MetricsLog begin(Path file) throws IOException {
    return begin(file, System::nanoTime);
  }

  static MetricsLog begin(Path file, LongSupplier nanoseconds) throws IOException {
    return new MetricsLog(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 0, 0, nanoseconds);
  }

  /**
   * Goes on with the file of a run that is taken up again: what was written of later updates, and
   * an ending, are dropped.
   *
   * @param step the last update that the run still has
   * @throws IOException if the file cannot be read or written
   */
  public static MetricsLog resume(Path file, long step) throws IOException {
    return resume(file, step, System::nanoTime);
  }

  static MetricsLog resume(Path file, long step, LongSupplier nanoseconds) throws IOException {
    List<String> kept = new ArrayList<>();
    double seconds = 0;
    for (JsonObject line : linesIfThere(file)) {
      if (line.get("step").getAsLong() <= step
          && !line.get(MetricsJson.EVENT).getAsString().equals(MetricsJson.END)) {
        kept.add(line.toString());
        seconds = line.get("seconds").getAsDouble();
      }
    }
    Path rewritten = file.resolveSibling(file.getFileName() + ".new");
    Files.write(rewritten, kept, StandardCharsets.UTF_8);
    Files.move(rewritten, file, StandardCopyOption.REPLACE_EXISTING);
    return new MetricsLog(
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND),
        step,
        seconds,
        nanoseconds);
  }

  private static List<JsonObject> linesIfThere(Path file) throws IOException {
    try {
      return RunMetrics.lines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /**
   * Takes in an update.
   *
   * @throws IOException if a line is due and cannot be written
   */
  public void add(TrainingStep update) throws IOException {
    add(
        new StepMetrics(
            update.step(),
            update.epoch(),
            update.loss(),
            update.learningRate(),
            update.gradientNorm(),
            0,
            0),
        update.pieces(),
        update.totalSteps(),
        update.epochResult().isPresent());
    if (update.epochResult().isPresent()) {
      write(MetricsJson.of(EpochMetrics.of(update.epochResult().get(), seconds())));
    }
  }

  /**
   * Takes in an update of pretraining.
   *
   * @throws IOException if a line is due and cannot be written
   */
  public void add(PretrainingStep update) throws IOException {
    add(
        new StepMetrics(
            update.step(),
            (int) update.epochs() + 1,
            update.loss(),
            update.learningRate(),
            update.gradientNorm(),
            0,
            0),
        update.pieces(),
        update.totalSteps(),
        update.evaluation().isPresent());
    if (update.evaluation().isPresent()) {
      write(MetricsJson.of(EvaluationMetrics.of(update.evaluation().get(), seconds())));
    }
  }

  /** Adds to the means, and writes a line where one is due. */
  private void add(StepMetrics update, int morePieces, long totalSteps, boolean due)
      throws IOException {
    step = update.step();
    updates++;
    pieces += morePieces;
    loss += update.loss();
    norm += update.gradientNorm();
    long every = Math.max(1, totalSteps / MOST_STEP_LINES);
    if (step % every == 0 || due) {
      double now = seconds();
      write(
          MetricsJson.of(
              new StepMetrics(
                  step,
                  update.epoch(),
                  loss / updates,
                  update.learningRate(),
                  norm / updates,
                  now,
                  pieces / (now - lineSeconds))));
      lineSeconds = now;
      updates = 0;
      pieces = 0;
      loss = 0;
      norm = 0;
    }
  }

  /**
   * Says that the run has ended.
   *
   * @param reason in a few words
   * @throws IOException if the line cannot be written
   */
  public void end(String reason) throws IOException {
    write(MetricsJson.end(reason, step, seconds()));
  }

  private double seconds() {
    return (nanoseconds.getAsLong() - started) / 1e9;
  }

  private void write(JsonObject line) throws IOException {
    out.write(line.toString());
    out.write('\n');
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
