package io.github.albertner.benchmark.measure;

import java.util.Arrays;
import java.util.Locale;

/**
 * What several measurements of the same came to.
 *
 * @param median of all
 * @param low the least
 * @param high the greatest
 * @param count how many
 */
public record Spread(double median, double low, double high, int count) {

  /**
   * Sums up measurements.
   *
   * @param values at least one
   */
  public static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("expected at least one measurement");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  /** Returns all three times a positive factor. */
  public Spread times(double factor) {
    return new Spread(median * factor, low * factor, high * factor, count);
  }

  /** Returns a positive factor over all three: times become rates. */
  public Spread under(double factor) {
    return new Spread(factor / median, factor / high, factor / low, count);
  }

  /** Returns the median, with so many digits behind the point. */
  public String shown(int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", median);
  }

  /** Returns the least and the greatest, with so many digits behind the point. */
  public String range(int digits) {
    String format = "%,." + digits + "f to %,." + digits + "f";
    return String.format(Locale.ROOT, format, low, high);
  }
}
