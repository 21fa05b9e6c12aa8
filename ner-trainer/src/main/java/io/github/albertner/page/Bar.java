package io.github.albertner.page;

/**
 * A bar of a chart.
 *
 * @param name what it stands for
 * @param value its length, not negative
 * @param shown the value as it is written beside it
 */
public record Bar(String name, double value, String shown) {
  /** Returns the bar of a number of things. */
  public static Bar of(String name, long count) {
    return new Bar(name, count, Numbers.whole(count));
  }
}
