package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.page.Axis;
import io.github.albertner.page.Charts;
import io.github.albertner.page.HtmlPage;
import io.github.albertner.page.Point;
import io.github.albertner.page.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Speed and memory as one thing grows.
 *
 * @param growing what, with its unit
 * @param points in order
 */
public record Curve(String growing, List<Measured> points) {

  /**
   * A point.
   *
   * @param x how much
   * @param rates pieces a second, by contender
   * @param mib the most memory that a process of f32 held
   */
  public record Measured(int x, Map<String, Spread> rates, double mib) {}

  /** Returns the curve as a table. */
  public String table() {
    List<String> names = List.copyOf(points.get(0).rates.keySet());
    List<String> header = new ArrayList<>(List.of(growing));
    names.forEach(name -> header.add(name + ", pieces/s"));
    header.add("f32, most MiB");
    MarkdownTable table = new MarkdownTable(header.toArray(String[]::new));
    for (Measured point : points) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(point.x)));
      names.forEach(name -> row.add(point.rates.get(name).shown(0)));
      row.add(Spread.of(point.mib).shown(0));
      table.row(row.toArray(String[]::new));
    }
    return table.render();
  }

  /** Adds a section with two drawings to a page. */
  public void draw(HtmlPage page) {
    List<Series> rates = new ArrayList<>();
    for (String name : points.get(0).rates.keySet()) {
      rates.add(
          new Series(
              name, points.stream().map(p -> new Point(p.x, p.rates.get(name).median())).toList()));
    }
    Series memory = new Series("f32", points.stream().map(p -> new Point(p.x, p.mib)).toList());
    page.section("Against " + growing)
        .figure(
            "Pieces a second, medians",
            Charts.line(Axis.logarithmic(growing), Axis.of("pieces/s").from(0), rates))
        .figure(
            "Most resident memory of a process",
            Charts.line(Axis.logarithmic(growing), Axis.of("MiB").from(0), List.of(memory)));
  }
}
