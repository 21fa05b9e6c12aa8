package io.github.albertner.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {
  private static final double EXACT = 1e-12;

  @Test
  void aSpreadIsTheMedianAndTheEnds() {
    assertEquals(new Spread(2, 1, 9, 3), Spread.of(9, 1, 2));
    assertEquals(new Spread(3, 1, 9, 4), Spread.of(9, 1, 2, 4));
    assertThrows(IllegalArgumentException.class, Spread::of);
  }

  @Test
  void timesBecomeRates() {
    Spread rate = Spread.of(1, 2, 4).under(8);
    assertEquals(new Spread(4, 2, 8, 3), rate);
    assertEquals("4", rate.shown(0));
    assertEquals("2.0 to 8.0", rate.range(1));
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    Timings timings = new Timings();
    for (double pace : new double[] {1, 10, 3}) {
      timings.add("slow", 2 * pace);
      timings.add("fast", pace);
    }
    Spread ratio = timings.ratio("slow", "fast");
    assertEquals(2, ratio.low(), EXACT);
    assertEquals(2, ratio.high(), EXACT);
    assertEquals(6, timings.seconds("slow").median(), EXACT);
    assertThrows(IllegalArgumentException.class, () -> timings.seconds("other"));
  }

  private static Contender sleeping(String name, List<String> calls) {
    return new Contender(
        name,
        () -> {
          calls.add(name);
          Thread.sleep(50);
        });
  }

  @Test
  void contendersTakeTurnsAndEachRoundBeginsWithAnotherOne() throws Exception {
    List<String> calls = new ArrayList<>();
    Timings timings =
        new Rounds(1, 2, Duration.ZERO, Duration.ofMinutes(1))
            .run(List.of(sleeping("a", calls), sleeping("b", calls)));
    assertEquals(List.of("a", "b", "a", "b", "b", "a"), calls);
    assertEquals(2, timings.seconds("a").count());
    assertTrue(timings.seconds("a").low() > 0.045);
  }

  @Test
  void afterTheLimitThereAreNoMoreThanTheFewestRounds() throws Exception {
    Timings timings =
        new Rounds(1, 50, Duration.ZERO, Duration.ZERO)
            .run(List.of(sleeping("a", new ArrayList<>())));
    assertEquals(Rounds.FEWEST, timings.seconds("a").count());
  }

  @Test
  void shortWorkIsRepeatedAndItsTimeDivided() throws Exception {
    int[] calls = {0};
    Timings timings =
        new Rounds(1, 1, Duration.ofMillis(200), Duration.ZERO)
            .run(
                List.of(
                    new Contender(
                        "a",
                        () -> {
                          calls[0]++;
                          Thread.sleep(5);
                        })));
    assertTrue(calls[0] > 5, calls[0] + " calls");
    double seconds = timings.seconds("a").median();
    assertTrue(seconds >= 0.005 && seconds < 0.005 * calls[0], seconds + " s");
  }

  @Test
  void aTargetIsJudgedByItsMedian() {
    Target met = Target.atLeast("speed", 3, "x", Spread.of(2.9, 3.1, 3.2));
    Target missed = Target.atMost("memory", 350, "MiB", Spread.of(351));
    Target open = Target.open("int8", 4, true, "x", "not in this build");
    assertTrue(met.isMet());
    assertFalse(missed.isMet());
    assertFalse(open.isMet());
    assertEquals(
        """
        | case | target | median | spread | met |
        |---|---|---|---|---|
        | speed | at least 3x | 3.10x | 2.90 to 3.20 in 3 | yes |
        | memory | at most 350 MiB | 351.0 MiB | 351.0 to 351.0 in 1 | **no** |
        | int8 | at least 4x | - | - | open: not in this build |
        """,
        Target.table(List.of(met, missed, open)));
  }
}
