package io.github.albertner.cli;

import io.github.albertner.pretrain.Evaluation;
import io.github.albertner.pretrain.PretrainingStep;
import io.github.albertner.run.PretrainingListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows pretraining on standard error, and ends it on Ctrl-C. */
final class PretrainingConsole implements PretrainingListener {
  private static final String HEADER =
      "  update   epoch  length  layers  training loss  held-out loss  perplexity  accuracy  pieces/s";
  private static final double SMOOTHING = 0.05;

  private final InterruptHandler interrupt;
  private final PrintWriter err;
  private final ReadingProgress reading;
  private BarLine bar;
  private boolean headerShown;
  private double loss = Double.NaN;
  private long pieces;
  private long since;

  PretrainingConsole(InterruptHandler interrupt, PrintWriter err) {
    this.interrupt = interrupt;
    this.err = err;
    reading = new ReadingProgress(err);
  }

  @Override
  public void encoding(long bytes, long total) {
    reading.advanced("encode", bytes, total);
  }

  @Override
  public void note(String message) {
    reading.close();
    err.println(message);
    err.flush();
  }

  @Override
  public void prepared(long totalSteps, long step) {
    reading.close();
    err.printf(
        Locale.ROOT,
        step > 0 ? "resumed after update %,d of %,d%n" : "%2$,d updates%n",
        step,
        totalSteps);
    err.flush();
    interrupt.install();
    bar = new BarLine("pretrain", totalSteps, err);
    bar.show(step, "");
    since = System.nanoTime();
  }

  @Override
  public void step(PretrainingStep step) {
    pieces += step.pieces();
    loss = Double.isNaN(loss) ? step.loss() : loss + SMOOTHING * (step.loss() - loss);
    double speed = pieces / ((System.nanoTime() - since) / 1e9);
    bar.show(step.step(), String.format(Locale.ROOT, "loss %.3f, %,.0f pieces/s", loss, speed));
    step.evaluation().ifPresent(evaluation -> row(step, evaluation, speed));
  }

  private void row(PretrainingStep step, Evaluation evaluation, double speed) {
    if (!headerShown) {
      bar.say(HEADER);
      headerShown = true;
    }
    bar.say(
        String.format(
            Locale.ROOT,
            "%8d  %6.2f  %6d  %6d  %13.4f  %13.4f  %10.2f  %7.2f%%  %8.0f%s",
            step.step(),
            step.epochs(),
            step.windowLength(),
            step.layers(),
            evaluation.trainingLoss(),
            evaluation.loss(),
            evaluation.perplexity(),
            100 * evaluation.accuracy(),
            speed,
            evaluation.best() ? "" : "  not the best"));
    // The time of evaluations is none of the updates'.
    pieces = 0;
    since = System.nanoTime();
  }

  @Override
  public void problem(String message) {
    String line = "ner: " + message;
    if (bar == null) {
      err.println(line);
      err.flush();
    } else {
      bar.say(line);
    }
  }

  @Override
  public boolean stopRequested() {
    return interrupt.requested();
  }

  /** Frees the terminal, however the run ended. */
  void close() {
    reading.close();
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
