package io.github.albertner.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static List<String> marks(Axis axis, double... values) {
    return Scale.rounded(axis, values).marks().stream().map(Numbers::brief).toList();
  }

  @Test
  void marksAreRoundNumbers() {
    assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), marks(Axis.of("x"), 0.05, 0.93));
    assertEquals(List.of("0", "5,000", "10,000", "15,000"), marks(Axis.of("x"), 123, 14_041));
    assertEquals(List.of("1", "2", "3"), marks(Axis.counting("epoch"), 1, 3));
    assertEquals(List.of("1", "2"), marks(Axis.counting("epoch"), 1));
    assertEquals(
        List.of("1e-5", "2e-5", "5e-5", "1e-4"), marks(Axis.logarithmic("rate"), 1.2e-5, 6e-5));
    assertEquals(List.of("0", "1"), marks(Axis.counting("epoch").from(0)));
  }

  @Test
  void aTightScaleEndsWhereItsValuesDo() {
    Scale scale = Scale.tight(Axis.counting("epoch"), 1, 17);
    assertEquals(List.of(5.0, 10.0, 15.0), scale.marks());
    assertEquals(0, scale.share(1));
    assertEquals(1, scale.share(17));
  }

  @Property
  void everyValueLiesOnTheAxis(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double b) {
    Scale scale = Scale.rounded(Axis.of("x"), a, b);
    assertInside(scale.share(a));
    assertInside(scale.share(b));
    assertTrue(scale.marks().size() >= 2 && scale.marks().size() <= 8, scale.marks().toString());
  }

  @Property
  void everyValueLiesOnALogarithmicAxis(
      @ForAll @DoubleRange(min = -9, max = 6) double a,
      @ForAll @DoubleRange(min = -9, max = 6) double b) {
    Scale scale = Scale.rounded(Axis.logarithmic("x"), Math.pow(10, a), Math.pow(10, b));
    assertInside(scale.share(Math.pow(10, a)));
    assertInside(scale.share(Math.pow(10, b)));
  }

  private static void assertInside(double share) {
    assertTrue(share >= -1e-3 && share <= 1 + 1e-3, "share " + share);
  }
}
