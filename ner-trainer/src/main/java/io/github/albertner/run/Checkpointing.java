package io.github.albertner.run;

import java.util.Objects;

/**
 * Where and how often a run's state is kept.
 *
 * @param directory of the run
 * @param everySteps updates after which it is written, beside the ends of epochs; 0 for only those
 */
public record Checkpointing(RunDirectory directory, int everySteps) {
  /** Updates between checkpoints, unless told otherwise. */
  public static final int DEFAULT_STEPS = 500;

  /** Checks the number. */
  public Checkpointing {
    Objects.requireNonNull(directory, "directory");
    if (everySteps < 0) {
      throw new IllegalArgumentException(
          "checkpoint-steps is " + everySteps + "; expected at least 0");
    }
  }

  boolean isDueAfter(long step) {
    return everySteps > 0 && step % everySteps == 0;
  }
}
