package io.github.albertner.evaluate;

/**
 * Between which values a figure lies for {@value Bootstrap#LEVEL} of the {@linkplain Bootstrap
 * draws}.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {}
