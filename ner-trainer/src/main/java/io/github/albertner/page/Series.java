package io.github.albertner.page;

import java.util.List;

/**
 * Points under one name.
 *
 * @param name for the legend
 * @param points in the order in which a line joins them
 */
public record Series(String name, List<Point> points) {
  /** Copies the points. */
  public Series {
    points = List.copyOf(points);
  }
}
