package io.github.albertner.page;

import java.util.OptionalDouble;

/**
 * An axis of a chart.
 *
 * @param title what it measures, with the unit
 * @param logarithmic whether equal distances are equal factors; values of 0 or less are then left
 *     out
 * @param whole whether it marks whole numbers only
 * @param low where it begins, unless data lie below; empty for the lowest value
 * @param high where it ends, unless data lie above; empty for the highest value
 */
public record Axis(
    String title, boolean logarithmic, boolean whole, OptionalDouble low, OptionalDouble high) {

  /** Returns an axis as long as the data. */
  public static Axis of(String title) {
    return new Axis(title, false, false, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Returns an axis for counted things, such as epochs. */
  public static Axis counting(String title) {
    return new Axis(title, false, true, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Returns a logarithmic axis, such as for learning rates. */
  public static Axis logarithmic(String title) {
    return new Axis(title, true, false, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Returns this axis with a beginning. */
  public Axis from(double value) {
    return new Axis(title, logarithmic, whole, OptionalDouble.of(value), high);
  }

  /** Returns this axis with an end. */
  public Axis to(double value) {
    return new Axis(title, logarithmic, whole, low, OptionalDouble.of(value));
  }
}
