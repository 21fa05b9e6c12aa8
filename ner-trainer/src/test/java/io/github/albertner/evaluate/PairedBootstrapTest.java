package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private static final PairedBootstrap USUAL = new PairedBootstrap(2000, 1);

  private static final Map<String, MatchCounts> RIGHT = Map.of("x", new MatchCounts(1, 1, 1));
  private static final Map<String, MatchCounts> MISSED = Map.of("x", new MatchCounts(1, 0, 0));

  /** One entity in each unit, found with some probability. */
  private static List<Map<String, MatchCounts>> units(int count, double found, long seed) {
    Random random = new Random(seed);
    List<Map<String, MatchCounts>> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      units.add(random.nextDouble() < found ? RIGHT : MISSED);
    }
    return units;
  }

  @Test
  void differencesAreThoseOfTheCounts() {
    List<Map<String, MatchCounts>> baseline =
        List.of(
            Map.of("x", new MatchCounts(2, 2, 1), "y", new MatchCounts(1, 1, 1)),
            Map.of("x", new MatchCounts(1, 0, 0)),
            Map.of());
    List<Map<String, MatchCounts>> model =
        List.of(
            Map.of("x", new MatchCounts(2, 2, 2), "y", new MatchCounts(1, 0, 0)),
            Map.of("x", new MatchCounts(1, 2, 1)),
            Map.of("z", new MatchCounts(0, 1, 0)));
    PairedBootstrap.Differences differences = USUAL.compare(baseline, model);
    // x: 2*1/(3+2) before, 2*3/(3+4) after; y: 1 and 0; z: 0 and 0.
    assertEquals(6.0 / 7 - 2.0 / 5, differences.types().get("x").difference(), 1e-12);
    assertEquals(-1, differences.types().get("y").difference());
    assertEquals(0, differences.types().get("z").difference());
    // All: 2*2/(4+3) before, 2*3/(4+5) after.
    assertEquals(6.0 / 9 - 4.0 / 7, differences.micro().difference(), 1e-12);
  }

  @Test
  void theSameOnBothSidesDiffersByExactlyNothing() {
    List<Map<String, MatchCounts>> units = units(200, 0.6, 3);
    assertEquals(new F1Difference(0, 0, 0, 0), USUAL.compare(units, units).micro());
  }

  @Test
  void theIntervalIsThatOfAllResamplesOfTwoUnits() {
    // Drawn are RR, RM, MR or MM, a quarter each; the model finds all: 1 - F1 of the baseline,
    // 0, 1/3 twice, 1. So 0 and 1 are beyond the percentiles, and 3/4 of the draws are better.
    F1Difference difference = USUAL.compare(List.of(RIGHT, MISSED), List.of(RIGHT, RIGHT)).micro();
    assertEquals(1.0 / 3, difference.difference(), 1e-12);
    assertEquals(0, difference.low());
    assertEquals(1, difference.high());
    assertEquals(0.75, difference.modelBetter(), 0.03);
  }

  @Test
  void theIntervalAgreesWithTheNormalOneForManyUnits() {
    // Recall 0.8 of 4000 independent entities, all predicted: F1 is 2r/(1+r).
    List<Map<String, MatchCounts>> model = Collections.nCopies(4000, RIGHT);
    List<Map<String, MatchCounts>> baseline = units(4000, 0.8, 5);
    long found = baseline.stream().filter(RIGHT::equals).count();
    double recall = found / 4000.0;
    double deviation = Math.sqrt(recall * (1 - recall) / 4000) * 2 / Math.pow(1 + recall, 2);
    F1Difference difference = USUAL.compare(baseline, model).micro();
    assertEquals(difference.difference() - 1.96 * deviation, difference.low(), 0.1 * deviation);
    assertEquals(difference.difference() + 1.96 * deviation, difference.high(), 0.1 * deviation);
    assertEquals(1, difference.modelBetter());
  }

  @Test
  void aClearDifferenceExcludesNothingAndAMereChanceDoesNot() {
    F1Difference clear = USUAL.compare(units(300, 0.5, 1), units(300, 0.9, 2)).micro();
    assertTrue(clear.low() > 0.1 && clear.modelBetter() == 1, clear.toString());
    F1Difference worse = USUAL.compare(units(300, 0.9, 2), units(300, 0.5, 1)).micro();
    assertTrue(worse.high() < -0.1 && worse.modelBetter() == 0, worse.toString());
    F1Difference chance = USUAL.compare(units(300, 0.7, 1), units(300, 0.7, 2)).micro();
    assertTrue(chance.low() < 0 && 0 < chance.high(), chance.toString());
  }

  @Test
  void whatBothShareDoesNotWidenTheInterval() {
    // Both sides miss the same units but for a few: only pairing can tell.
    List<Map<String, MatchCounts>> baseline = units(400, 0.5, 7);
    List<Map<String, MatchCounts>> model = new ArrayList<>(baseline);
    int changed = 0;
    for (int i = 0; i < model.size() && changed < 12; i++) {
      if (model.get(i).equals(MISSED)) {
        model.set(i, RIGHT);
        changed++;
      }
    }
    F1Difference paired = USUAL.compare(baseline, model).micro();
    assertTrue(paired.low() > 0, paired.toString());
    Collections.shuffle(model, new Random(1));
    F1Difference unpaired = USUAL.compare(baseline, model).micro();
    assertTrue(unpaired.low() < 0, unpaired.toString());
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherSeedNearlyTheSame() {
    List<Map<String, MatchCounts>> baseline = units(300, 0.6, 1);
    List<Map<String, MatchCounts>> model = units(300, 0.7, 2);
    F1Difference first = USUAL.compare(baseline, model).micro();
    assertEquals(first, USUAL.compare(baseline, model).micro());
    F1Difference other = new PairedBootstrap(2000, 2).compare(baseline, model).micro();
    assertNotEquals(first, other);
    assertEquals(first.low(), other.low(), 0.01);
    assertEquals(first.high(), other.high(), 0.01);
  }

  @Test
  void nothingToCompareDiffersByNothing() {
    assertEquals(new F1Difference(0, 0, 0, 0), USUAL.compare(List.of(), List.of()).micro());
  }

  @Test
  void tooFewResamplesAreRefused() {
    assertEquals(
        "expected at least 100 resamples, found 99",
        assertThrows(IllegalArgumentException.class, () -> new PairedBootstrap(99, 1))
            .getMessage());
  }
}
