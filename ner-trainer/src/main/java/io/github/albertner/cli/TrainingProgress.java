package io.github.albertner.cli;

import io.github.albertner.augment.AugmentationTally;
import io.github.albertner.report.EpochTable;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.TrainingStep;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows a training run: a bar with time left, pieces per second and loss on a terminal, and a table
 * row for every epoch.
 */
final class TrainingProgress implements AutoCloseable {
  private static final double SMOOTHING = 0.05;

  private final BarLine bar;
  private final long start = System.nanoTime();
  private long pieces;
  private double loss = Double.NaN;
  private boolean headerShown;
  private AugmentationTally augmented = AugmentationTally.NONE;

  TrainingProgress(long totalSteps, PrintWriter err) {
    bar = new BarLine("train", totalSteps, err);
  }

  /** Takes in a step. */
  void show(TrainingStep step) {
    pieces += step.pieces();
    augmented = augmented.plus(step.augmented());
    loss = Double.isNaN(loss) ? step.loss() : loss + SMOOTHING * (step.loss() - loss);
    bar.show(
        step.step(),
        String.format(Locale.ROOT, "loss %.4f, %,.0f pieces/s", loss, piecesPerSecond()));
    step.epochResult().ifPresent(this::row);
  }

  /** Prints a line where the bar stands; the bar is drawn again below it. */
  void say(String line) {
    bar.say(line);
  }

  private void row(EpochResult result) {
    StringBuilder rows = new StringBuilder();
    if (!headerShown) {
      rows.append(EpochTable.HEADER).append(System.lineSeparator());
      headerShown = true;
    }
    rows.append(EpochTable.row(result));
    if (!bar.isDrawn()) {
      rows.append(String.format(Locale.ROOT, "  %,.0f pieces/s", piecesPerSecond()));
    }
    if (augmented.sentences() > 0) {
      rows.append(System.lineSeparator()).append("      ").append(augmented);
      augmented = AugmentationTally.NONE;
    }
    bar.say(rows.toString());
  }

  private double piecesPerSecond() {
    return pieces / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() {
    bar.close();
  }
}
