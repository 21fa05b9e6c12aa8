package io.github.albertner.evaluate;

import java.util.Arrays;

/**
 * By how much the F1 of a model exceeds that of a baseline, and how sure that is.
 *
 * @param difference F1 of the model less F1 of the baseline on the data as they are, in [-1, 1]
 * @param low lower end of the {@value Bootstrap#LEVEL} interval of the difference
 * @param high upper end
 * @param modelBetter share of the resamples in which the model's F1 is the higher one, in [0, 1];
 *     ties do not count
 */
public record F1Difference(double difference, double low, double high, double modelBetter) {

  /** From what the draws gave, in rising order. */
  static F1Difference of(double difference, double[] ordered) {
    Interval interval = Bootstrap.interval(ordered);
    long better = Arrays.stream(ordered).filter(d -> d > 0).count();
    return new F1Difference(
        difference, interval.low(), interval.high(), (double) better / ordered.length);
  }
}
