package io.github.albertner.cli;

import io.github.albertner.augment.AugmentationTally;
import io.github.albertner.report.EpochTable;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.TrainingStep;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows a training run: a bar with time left, pieces per second and loss on a terminal, and a table
 * row for every epoch.
 */
final class TrainingProgress implements AutoCloseable {
  private static final double SMOOTHING = 0.05;
  private static final int BAR_WIDTH = 79;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final ProgressBar bar;
  private final long start = System.nanoTime();
  private long pieces;
  private double loss = Double.NaN;
  private boolean headerShown;
  private AugmentationTally augmented = AugmentationTally.NONE;

  TrainingProgress(long totalSteps, PrintWriter err) {
    this.err = err;
    bar =
        !Ansi.AUTO.enabled()
            ? null
            : new ProgressBarBuilder()
                .setInitialMax(totalSteps)
                .setTaskName("train")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, BAR_WIDTH))
                .build();
  }

  /** Takes in a step. */
  void show(TrainingStep step) {
    pieces += step.pieces();
    augmented = augmented.plus(step.augmented());
    loss = Double.isNaN(loss) ? step.loss() : loss + SMOOTHING * (step.loss() - loss);
    if (bar != null) {
      bar.setExtraMessage(
          String.format(
              Locale.ROOT,
              "epoch %d, loss %.4f, %,.0f pieces/s",
              step.epoch(),
              loss,
              piecesPerSecond()));
      bar.stepTo(step.step());
    }
    step.epochResult().ifPresent(this::row);
  }

  /** Prints a line where the bar stands; the bar is drawn again below it. */
  synchronized void say(String line) {
    err.println(bar == null ? line : CLEAR_LINE + line);
    err.flush();
  }

  /** Draws the bar over the bar, on a line that nothing else uses; called by the bar's thread. */
  private synchronized void draw(String line) {
    err.print(CLEAR_LINE + line);
    err.flush();
  }

  private synchronized void row(EpochResult result) {
    if (bar != null) {
      // The row takes the bar's place; the bar is drawn again below it.
      err.print(CLEAR_LINE);
    }
    if (!headerShown) {
      err.println(EpochTable.HEADER);
      headerShown = true;
    }
    err.print(EpochTable.row(result));
    err.println(
        bar == null ? String.format(Locale.ROOT, "  %,.0f pieces/s", piecesPerSecond()) : "");
    if (augmented.sentences() > 0) {
      err.println("      " + augmented);
      augmented = AugmentationTally.NONE;
    }
    err.flush();
  }

  private double piecesPerSecond() {
    return pieces / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
