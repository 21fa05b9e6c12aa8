package io.github.albertner.page;

/**
 * A bin of a histogram.
 *
 * @param from lowest value in it
 * @param to end of it, above {@code from}
 * @param count how many values are in it, not negative
 */
public record Bin(double from, double to, long count) {}
