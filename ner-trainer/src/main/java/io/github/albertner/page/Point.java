package io.github.albertner.page;

/** A point of a chart; one that is not finite is left out. */
public record Point(double x, double y) {
  boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y);
  }
}
