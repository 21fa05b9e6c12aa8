package io.github.albertner.run;

import java.util.List;

/**
 * A figure of several runs.
 *
 * @param values one of each run, in their order; at least one
 */
public record Spread(List<Double> values) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public Spread {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("expected figures of at least one run, found none");
    }
  }

  /**
   * Returns the arithmetic mean.
   *
   * @return of all values
   */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /**
   * Returns the sample standard deviation, with one less than their number as divisor.
   *
   * @return 0 for a single value, of which nothing can be said
   */
  public double deviation() {
    if (values.size() == 1) {
      return 0;
    }
    double mean = mean();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
