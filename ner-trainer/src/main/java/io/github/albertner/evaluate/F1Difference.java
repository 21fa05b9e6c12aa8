package io.github.albertner.evaluate;

/**
 * By how much the F1 of a model exceeds that of a baseline, and how sure that is.
 *
 * @param difference F1 of the model less F1 of the baseline on the data as they are, in [-1, 1]
 * @param low lower end of the {@value PairedBootstrap#LEVEL} interval of the difference
 * @param high upper end
 * @param modelBetter share of the resamples in which the model's F1 is the higher one, in [0, 1];
 *     ties do not count
 */
public record F1Difference(double difference, double low, double high, double modelBetter) {}
