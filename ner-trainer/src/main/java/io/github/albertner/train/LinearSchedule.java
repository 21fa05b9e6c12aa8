package io.github.albertner.train;

/**
 * Learning rate that rises linearly from 0 during warm-up and then falls linearly to 0, as in
 * BERT's fine-tuning (Devlin et al., arXiv:1810.04805, appendix A.2).
 *
 * @param peak rate at the end of warm-up
 * @param warmupSteps updates of warm-up
 * @param totalSteps all updates, at least one
 */
record LinearSchedule(double peak, long warmupSteps, long totalSteps) {

  static LinearSchedule of(TrainingSettings settings, long totalSteps) {
    return new LinearSchedule(
        settings.learningRate(), Math.round(settings.warmup() * totalSteps), totalSteps);
  }

  /** Returns the rate of update {@code step}, counted from 0. */
  double rate(long step) {
    if (step < warmupSteps) {
      return peak * (step + 1) / warmupSteps;
    }
    return peak * (totalSteps - step) / Math.max(1, totalSteps - warmupSteps);
  }
}
