package io.github.albertner.pretrain;

import io.github.albertner.optimize.ScheduleSettings;

/** A run whose loss is not a number any more; the message says what to change. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergedException(long step, ScheduleSettings rate) {
    super(
        ("the loss is not a number at update %s: training diverged. Lower --learning-rate (it is"
                + " %s), raise --warmup (it is %s), or use --precision f32; the last checkpoint is"
                + " from before")
            .formatted(step, rate.learningRate(), rate.warmup()));
  }
}
