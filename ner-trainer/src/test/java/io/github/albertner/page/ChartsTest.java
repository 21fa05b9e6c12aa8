package io.github.albertner.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final Axis EPOCH = Axis.counting("epoch");
  private static final Axis LOSS = Axis.of("loss").from(0);

  private static Series series(String name, double... values) {
    return new Series(
        name,
        IntStream.range(0, values.length).mapToObj(i -> new Point(i + 1, values[i])).toList());
  }

  /** The drawing is 480 by 280; its axes leave 54 and 14 at the sides, 22 above and 40 below. */
  @Test
  void aLineGoesThroughItsPoints() {
    Svg svg = Svg.parse(Charts.line(EPOCH, LOSS, List.of(series("training", 1, 0.5, 0))));
    assertEquals(List.of("54,22 260,131 466,240"), svg.attributes("polyline", "points"));
    assertEquals(
        List.of(
            "training: epoch 1, loss 1",
            "training: epoch 2, loss 0.5",
            "training: epoch 3, loss 0"),
        svg.texts("title"));
    assertTrue(svg.texts("text").containsAll(List.of("epoch", "loss", "1", "2", "3", "0.2")));
  }

  @Test
  void severalSeriesHaveALegendAndEachItsOwnStyle() {
    Svg svg =
        Svg.parse(Charts.line(EPOCH, LOSS, List.of(series("<train>", 1, 2), series("dev", 2, 1))));
    assertEquals(List.of("<train>", "dev"), svg.texts("li"));
    assertEquals(List.of("s0", "s1"), svg.attributes("polyline", "class"));
    assertEquals(List.of("s0", "s1"), svg.attributes("path", "class"));
    assertEquals(
        List.of(), Svg.parse(Charts.line(EPOCH, LOSS, List.of(series("a", 1)))).elements("li"));
  }

  @Test
  void whatAnAxisCannotShowIsLeftOut() {
    Svg svg =
        Svg.parse(
            Charts.line(
                EPOCH, LOSS, List.of(series("a", 1, Double.NaN, Double.POSITIVE_INFINITY, 0))));
    assertEquals(2, svg.elements("circle").size());
    Svg logarithmic =
        Svg.parse(Charts.scatter(EPOCH, Axis.logarithmic("rate"), List.of(series("a", 0, 1e-5))));
    assertEquals(1, logarithmic.elements("circle").size());
    Svg nothing = Svg.parse(Charts.line(EPOCH, LOSS, List.of()));
    assertEquals(1, nothing.elements("svg").size());
  }

  @Test
  void equalFactorsAreEqualDistancesOnALogarithmicAxis() {
    Svg svg =
        Svg.parse(
            Charts.scatter(
                EPOCH, Axis.logarithmic("rate"), List.of(series("a", 1e-5, 1e-4, 1e-3))));
    assertEquals(List.of("240", "131", "22"), svg.attributes("circle", "cy"));
    assertTrue(svg.texts("text").containsAll(List.of("1e-5", "1e-4", "0.001")));
  }

  @Test
  void longSeriesHaveNoDots() {
    double[] many = IntStream.range(0, 1000).mapToDouble(i -> i % 7).toArray();
    Svg svg = Svg.parse(Charts.line(EPOCH, LOSS, List.of(series("a", many))));
    assertEquals(List.of(), svg.elements("circle"));
    assertEquals(1000, svg.attributes("polyline", "points").get(0).split(" ").length);
  }

  @Test
  void aReliabilityDiagramHasItsDiagonal() {
    Svg svg =
        Svg.parse(
            Charts.reliability(
                "probability", "share right", new Series("spans", List.of(new Point(0.5, 0.25)))));
    List<String> diagonal =
        svg.elements("line").stream()
            .filter(line -> line.getAttribute("class").equals("diagonal"))
            .map(line -> line.getAttribute("x1") + "," + line.getAttribute("y1"))
            .toList();
    assertEquals(List.of("54,240"), diagonal);
    assertEquals(List.of("260"), svg.attributes("circle", "cx"));
    assertEquals(List.of("185.5"), svg.attributes("circle", "cy"));
  }

  @Test
  void columnsAreAsHighAsTheirCounts() {
    Svg svg =
        Svg.parse(
            Charts.histogram(
                "pieces", "sentences", List.of(new Bin(0, 10, 2000), new Bin(10, 20, 500))));
    assertEquals(List.of("218", "54.5"), svg.attributes("rect", "height"));
    assertEquals(List.of("0 to 10: 2,000", "10 to 20: 500"), svg.texts("title"));
  }

  @Test
  void barsAreSharesOfTheLongest() {
    Svg svg = Svg.parse(Charts.bars(List.of(Bar.of("person", 4000), Bar.of("a & b", 1000))));
    assertEquals(List.of("width:100%", "width:25%"), svg.attributes("span", "style"));
    assertEquals(List.of("person", "a & b"), svg.texts("th"));
    assertTrue(svg.texts("td").containsAll(List.of("4,000", "1,000")));
    assertEquals(
        List.of("width:0%"),
        Svg.parse(Charts.bars(List.of(Bar.of("none", 0)))).attributes("span", "style"));
  }

  @Test
  void aMatrixIsShadedByTheSharesOfItsRows() {
    Svg svg =
        Svg.parse(
            Charts.matrix(
                "gold / predicted",
                List.of("A", "B"),
                List.of("A", "B", "none"),
                List.of(List.of(3L, 0L, 1L), List.of(0L, 0L, 0L))));
    assertEquals(List.of("3", "0", "1", "0", "0", "0"), svg.texts("td"));
    assertEquals(
        List.of("--share:75%", "--share:0%", "--share:25%"),
        svg.attributes("td", "style").subList(0, 3));
    assertEquals(
        List.of("same", "other", "other", "other", "same", "other"), svg.attributes("td", "class"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Charts.matrix("", List.of("A"), List.of("A"), List.of()));
  }
}
