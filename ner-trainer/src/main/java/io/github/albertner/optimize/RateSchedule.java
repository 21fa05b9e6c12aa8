package io.github.albertner.optimize;

/**
 * The learning rate of every update: rises linearly from 0 during warm-up, then goes on as {@link
 * Schedule} says.
 *
 * @param peak rate at the end of warm-up
 * @param shape how it goes on
 * @param power of the polynomial
 * @param warmupSteps updates of warm-up
 * @param totalSteps all updates, at least one
 */
public record RateSchedule(
    double peak, Schedule shape, double power, long warmupSteps, long totalSteps) {

  /**
   * The schedule of a run.
   *
   * @throws IllegalArgumentException if warm-up takes all updates
   */
  public static RateSchedule of(ScheduleSettings settings, long totalSteps) {
    long warmupSteps = settings.warmupSteps(totalSteps);
    if (settings.warmup() >= 1 && warmupSteps >= totalSteps) {
      throw new IllegalArgumentException(
          "warmup is %s updates; expected fewer than the run's %s, or a share below 1"
              .formatted(warmupSteps, totalSteps));
    }
    return new RateSchedule(
        settings.learningRate(),
        settings.schedule(),
        settings.polynomialPower(),
        warmupSteps,
        totalSteps);
  }

  /** Returns the rate of update {@code step}, counted from 0. */
  public double rate(long step) {
    if (step < warmupSteps) {
      return peak * (step + 1) / warmupSteps;
    }
    long falling = Math.max(1, totalSteps - warmupSteps);
    return switch (shape) {
      case LINEAR -> peak * (totalSteps - step) / falling;
      case COSINE -> peak * (1 + Math.cos(Math.PI * (step - warmupSteps) / falling)) / 2;
      case CONSTANT -> peak;
      case POLYNOMIAL -> peak * Math.pow((double) (totalSteps - step) / falling, power);
    };
  }
}
