package io.github.albertner.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Drawings for an {@link HtmlPage}: lines, points, histograms, bars, matrices. */
public final class Charts {
  /** Classes s0 to s5 of the style sheet. */
  private static final int STYLES = 6;

  /** A line of more points than this has no dots. */
  private static final int MOST_DOTS = 60;

  /** Samples of a legend. */
  private static final String LINE = "M0 4H24";

  private static final String DOT = "M11 2h2v2h-2z";

  private Charts() {}

  /**
   * Draws a line for each series, in SVG, with a legend where there are several.
   *
   * @param series each with its own colour and dashes; points that an axis cannot show are left out
   */
  public static Markup line(Axis x, Axis y, List<Series> series) {
    List<Series> shown = shown(x, y, series);
    Plot plot = plot(x, y, shown);
    for (int i = 0; i < shown.size(); i++) {
      List<Point> points = shown.get(i).points();
      plot.path("s" + i % STYLES, points);
      if (points.size() <= MOST_DOTS) {
        dots(plot, i, x, y, shown.get(i));
      }
    }
    return chart(legend(shown, Collections.nCopies(shown.size(), LINE)), plot.render());
  }

  /** Draws points without lines, in SVG, with a legend where there are several series. */
  public static Markup scatter(Axis x, Axis y, List<Series> series) {
    List<Series> shown = shown(x, y, series);
    Plot plot = plot(x, y, shown);
    for (int i = 0; i < shown.size(); i++) {
      dots(plot, i, x, y, shown.get(i));
    }
    return chart(legend(shown, Collections.nCopies(shown.size(), DOT)), plot.render());
  }

  /**
   * Draws points, and a line that sums them up, in SVG, with a legend.
   *
   * @param points in as many colours
   * @param line in the colour after theirs, without dots
   */
  public static Markup scatter(Axis x, Axis y, List<Series> points, Series line) {
    List<Series> all = new ArrayList<>(points);
    all.add(line);
    List<Series> shown = shown(x, y, all);
    Plot plot = plot(x, y, shown);
    plot.path("s" + points.size() % STYLES, shown.get(points.size()).points());
    for (int i = 0; i < points.size(); i++) {
      dots(plot, i, x, y, shown.get(i));
    }
    List<String> samples = new ArrayList<>(Collections.nCopies(points.size(), DOT));
    samples.add(LINE);
    return chart(legend(shown, samples), plot.render());
  }

  /**
   * Draws shares against shares, both from 0 to 1, with the diagonal on which they are equal: a
   * reliability diagram.
   */
  public static Markup reliability(String x, String y, Series series) {
    Axis across = Axis.of(x).from(0).to(1);
    Axis up = Axis.of(y).from(0).to(1);
    List<Series> shown = shown(across, up, List.of(series));
    Plot plot = plot(across, up, shown);
    plot.straight("diagonal", new Point(0, 0), new Point(1, 1));
    plot.path("s0", shown.get(0).points());
    dots(plot, 0, across, up, shown.get(0));
    return chart(Markup.NONE, plot.render());
  }

  /** Draws a histogram, in SVG. */
  public static Markup histogram(String x, String y, List<Bin> bins) {
    double[] edges = bins.stream().flatMapToDouble(Charts::edges).toArray();
    double[] counts = bins.stream().mapToDouble(Bin::count).toArray();
    Plot plot = new Plot(Axis.of(x), Axis.counting(y).from(0), edges, counts);
    for (Bin bin : bins) {
      plot.column(
          "s0",
          bin.from(),
          bin.to(),
          (double) bin.count(),
          "%s to %s: %s"
              .formatted(
                  Numbers.brief(bin.from()), Numbers.brief(bin.to()), Numbers.whole(bin.count())));
    }
    return chart(Markup.NONE, plot.render());
  }

  private static DoubleStream edges(Bin bin) {
    return DoubleStream.of(bin.from(), bin.to());
  }

  /** Draws a row for each bar, its name before and its value behind it. */
  public static Markup bars(List<Bar> bars) {
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    List<Markup> rows = new ArrayList<>();
    for (Bar bar : bars) {
      double share = longest > 0 ? 100 * bar.value() / longest : 0;
      Markup drawn =
          Markup.element(
              "span", Map.of("style", "width:" + Numbers.place(share) + "%"), Markup.NONE);
      rows.add(
          Markup.element(
              "tr",
              Markup.element("th", Markup.text(bar.name())),
              Markup.styled("td", "bar", drawn),
              Markup.styled("td", "n", Markup.text(bar.shown()))));
    }
    return Markup.styled("table", "bars", Markup.lines(rows));
  }

  /**
   * Sets a matrix of counts, shaded by the share of each in its row.
   *
   * @param corner what rows and columns stand for
   * @param counts a list for each row, with a count for each column
   * @throws IllegalArgumentException if the counts do not fit rows and columns
   */
  public static Markup matrix(
      String corner, List<String> rows, List<String> columns, List<List<Long>> counts) {
    if (counts.size() != rows.size()
        || counts.stream().anyMatch(row -> row.size() != columns.size())) {
      throw new IllegalArgumentException(
          "expected %s rows of %s counts, found %s".formatted(rows.size(), columns.size(), counts));
    }
    List<Markup> lines = new ArrayList<>();
    List<Markup> header = new ArrayList<>();
    header.add(Markup.element("th", Markup.text(corner)));
    columns.forEach(column -> header.add(Markup.element("th", Markup.text(column))));
    lines.add(Markup.element("tr", Markup.joined(header)));
    for (int r = 0; r < rows.size(); r++) {
      long sum = counts.get(r).stream().mapToLong(Long::longValue).sum();
      List<Markup> cells = new ArrayList<>();
      cells.add(Markup.element("th", Markup.text(rows.get(r))));
      for (int c = 0; c < columns.size(); c++) {
        cells.add(shaded(counts.get(r).get(c), sum, rows.get(r).equals(columns.get(c))));
      }
      lines.add(Markup.element("tr", Markup.joined(cells)));
    }
    return Markup.styled("div", "scroll", Markup.styled("table", "matrix", Markup.lines(lines)));
  }

  private static Markup shaded(long count, long sum, boolean diagonal) {
    double share = sum > 0 ? 100.0 * count / sum : 0;
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", diagonal ? "same" : "other");
    attributes.put("style", "--share:" + Numbers.place(share) + "%");
    return Markup.element("td", attributes, Markup.text(Numbers.whole(count)));
  }

  private static List<Series> shown(Axis x, Axis y, List<Series> series) {
    return series.stream()
        .map(
            one ->
                new Series(
                    one.name(),
                    one.points().stream()
                        .filter(p -> Scale.shows(x, p.x()) && Scale.shows(y, p.y()))
                        .toList()))
        .toList();
  }

  private static Plot plot(Axis x, Axis y, List<Series> series) {
    return new Plot(
        x,
        y,
        points(series).mapToDouble(Point::x).toArray(),
        points(series).mapToDouble(Point::y).toArray());
  }

  private static Stream<Point> points(List<Series> series) {
    return series.stream().flatMap(one -> one.points().stream());
  }

  private static void dots(Plot plot, int index, Axis x, Axis y, Series series) {
    for (Point point : series.points()) {
      plot.dot(
          "s" + index % STYLES,
          point,
          "%s: %s %s, %s %s"
              .formatted(
                  series.name(),
                  x.title(),
                  Numbers.brief(point.x()),
                  y.title(),
                  Numbers.brief(point.y())));
    }
  }

  private static Markup legend(List<Series> series, List<String> samples) {
    if (series.size() < 2) {
      return Markup.NONE;
    }
    List<Markup> items = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      Markup sample =
          Markup.element(
              "svg",
              Map.of("viewBox", "0 0 24 8"),
              Markup.element("path", attributes(i, samples.get(i)), Markup.NONE));
      items.add(Markup.element("li", sample, Markup.text(series.get(i).name())));
    }
    return Markup.styled("ul", "legend", Markup.joined(items));
  }

  private static Map<String, String> attributes(int index, String path) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "s" + index % STYLES);
    attributes.put("d", path);
    return attributes;
  }

  private static Markup chart(Markup legend, Markup drawing) {
    return Markup.styled("div", "chart", legend, drawing);
  }
}
