package io.github.albertner.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A drawing with two axes. Colours come from the page's style sheet by class; lengths are in the
 * drawing's own units, which the page scales.
 */
final class Plot {
  private static final double WIDTH = 480;
  private static final double HEIGHT = 280;
  private static final double LEFT = 54;
  private static final double RIGHT = 14;
  private static final double TOP = 22;
  private static final double BOTTOM = 40;
  private static final double LETTER = 7;

  private final String title;
  private final Scale across;
  private final Scale up;
  private final List<Markup> drawn = new ArrayList<>();

  Plot(Axis x, Axis y, double[] xValues, double[] yValues) {
    title = y.title() + " by " + x.title();
    across = Scale.tight(x, xValues);
    up = Scale.rounded(y, yValues);
    for (double mark : up.marks()) {
      line("grid", LEFT, y(mark), WIDTH - RIGHT, y(mark));
      label(LEFT - 6, y(mark) + 4, "end", Numbers.brief(mark));
    }
    double free = Double.NEGATIVE_INFINITY;
    for (double mark : across.marks()) {
      line("tick", x(mark), HEIGHT - BOTTOM, x(mark), HEIGHT - BOTTOM + 4);
      String shown = Numbers.brief(mark);
      double half = shown.length() * LETTER / 2;
      double middle = Math.min(x(mark), WIDTH - half);
      if (middle - half > free) {
        label(middle, HEIGHT - BOTTOM + 17, "middle", shown);
        free = middle + half;
      }
    }
    line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    label(WIDTH - RIGHT, HEIGHT - 5, "end", x.title());
    label(4, 12, "start", y.title());
  }

  private double x(double value) {
    return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
  }

  /** Draws a straight line between two values. */
  void straight(String style, Point begin, Point end) {
    line(style, x(begin.x()), y(begin.y()), x(end.x()), y(end.y()));
  }

  /** Draws a line through points, all of which the axes can show. */
  void path(String style, List<Point> points) {
    StringBuilder places = new StringBuilder();
    for (Point point : points) {
      places.append(places.isEmpty() ? "" : " ").append(Numbers.place(x(point.x())));
      places.append(',').append(Numbers.place(y(point.y())));
    }
    add("polyline", attributes("class", style, "points", places.toString()), Markup.NONE);
  }

  /** Draws a dot that tells its values to who points at it. */
  void dot(String style, Point point, String tooltip) {
    add(
        "circle",
        attributes(
            "class",
            style,
            "cx",
            Numbers.place(x(point.x())),
            "cy",
            Numbers.place(y(point.y())),
            "r",
            "3.2"),
        tooltip(tooltip));
  }

  /** Draws a column from 0 up. */
  void column(String style, double from, double to, double value, String tooltip) {
    double gap = Math.min(1, (x(to) - x(from)) / 8);
    add(
        "rect",
        attributes(
            "class",
            style,
            "x",
            Numbers.place(x(from) + gap / 2),
            "y",
            Numbers.place(y(value)),
            "width",
            Numbers.place(x(to) - x(from) - gap),
            "height",
            Numbers.place(y(0) - y(value))),
        tooltip(tooltip));
  }

  Markup render() {
    return Markup.element(
        "svg",
        attributes(
            "xmlns",
            "http://www.w3.org/2000/svg",
            "viewBox",
            "0 0 " + Numbers.place(WIDTH) + " " + Numbers.place(HEIGHT),
            "role",
            "img",
            "aria-label",
            title),
        Markup.lines(drawn));
  }

  private static Markup tooltip(String text) {
    return Markup.element("title", Markup.text(text));
  }

  private void line(String style, double x1, double y1, double x2, double y2) {
    add(
        "line",
        attributes(
            "class",
            style,
            "x1",
            Numbers.place(x1),
            "y1",
            Numbers.place(y1),
            "x2",
            Numbers.place(x2),
            "y2",
            Numbers.place(y2)),
        Markup.NONE);
  }

  private void label(double x, double y, String anchor, String text) {
    add(
        "text",
        attributes("x", Numbers.place(x), "y", Numbers.place(y), "text-anchor", anchor),
        Markup.text(text));
  }

  private void add(String name, Map<String, String> attributes, Markup content) {
    drawn.add(Markup.element(name, attributes, content));
  }

  private static Map<String, String> attributes(String... pairs) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      attributes.put(pairs[i], pairs[i + 1]);
    }
    return attributes;
  }
}
