package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Bootstrap USUAL = new Bootstrap(2000, 1);

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

  /** Entities of one word each, by type at places of their own: gold, and wrong ones after them. */
  private static final int PLACES = 10;

  private static EntitySpan at(int type, int place) {
    return new EntitySpan(type * PLACES + place, type * PLACES + place + 1, TYPES.get(type));
  }

  private static final List<String> TYPES = List.of("x", "y", "z");
  private static final List<String> WORDS = Collections.nCopies(TYPES.size() * PLACES, "w");

  private static Sentence gold(Map<String, MatchCounts> unit) {
    List<EntitySpan> spans = new ArrayList<>();
    unit.forEach(
        (type, counts) -> {
          for (int place = 0; place < counts.gold(); place++) {
            spans.add(at(TYPES.indexOf(type), place));
          }
        });
    return new Sentence(WORDS, spans, false);
  }

  private static List<EntitySpan> predicted(Map<String, MatchCounts> unit) {
    List<EntitySpan> spans = new ArrayList<>();
    unit.forEach(
        (type, counts) -> {
          for (int i = 0; i < counts.predicted(); i++) {
            spans.add(at(TYPES.indexOf(type), i < counts.correct() ? i : PLACES - 1 - i));
          }
        });
    return spans;
  }

  /** Compares sentences that have these counts; the gold entities are those of the model's side. */
  private static ModeDifferences compare(
      Bootstrap bootstrap,
      List<Map<String, MatchCounts>> baseline,
      List<Map<String, MatchCounts>> model) {
    return ComparedScores.of(
            model.stream().map(BootstrapTest::gold).toList(),
            baseline.stream().map(BootstrapTest::predicted).toList(),
            model.stream().map(BootstrapTest::predicted).toList(),
            EvaluationOptions.DEFAULTS.withBootstrap(bootstrap))
        .differences()
        .get(ScoringMode.STRICT);
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
    ModeDifferences differences = compare(USUAL, baseline, model);
    // x: 2*1/(3+2) before, 2*3/(3+4) after; y: 1 and 0; z: 0 and 0.
    assertEquals(6.0 / 7 - 2.0 / 5, differences.types().get("x").difference(), 1e-12);
    assertEquals(-1, differences.types().get("y").difference());
    assertEquals(0, differences.types().get("z").difference());
    // All: 2*2/(4+3) before, 2*3/(4+5) after.
    assertEquals(6.0 / 9 - 4.0 / 7, differences.micro().difference(), 1e-12);
    // Macro: the mean of x and y, which alone are in the gold data.
    assertEquals((6.0 / 7 + 0) / 2 - (2.0 / 5 + 1) / 2, differences.macro().difference(), 1e-12);
  }

  @Test
  void theSameOnBothSidesDiffersByExactlyNothing() {
    List<Map<String, MatchCounts>> units = units(200, 0.6, 3);
    assertEquals(new F1Difference(0, 0, 0, 0), compare(USUAL, units, units).micro());
  }

  @Test
  void theIntervalIsThatOfAllResamplesOfTwoUnits() {
    // Drawn are RR, RM, MR or MM, a quarter each; the model finds all: 1 - F1 of the baseline,
    // 0, 1/3 twice, 1. So 0 and 1 are beyond the percentiles, and 3/4 of the draws are better.
    F1Difference difference = compare(USUAL, List.of(RIGHT, MISSED), List.of(RIGHT, RIGHT)).micro();
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
    F1Difference difference = compare(USUAL, baseline, model).micro();
    assertEquals(difference.difference() - 1.96 * deviation, difference.low(), 0.1 * deviation);
    assertEquals(difference.difference() + 1.96 * deviation, difference.high(), 0.1 * deviation);
    assertEquals(1, difference.modelBetter());
  }

  @Test
  void aClearDifferenceExcludesNothingAndAMereChanceDoesNot() {
    F1Difference clear = compare(USUAL, units(300, 0.5, 1), units(300, 0.9, 2)).micro();
    assertTrue(clear.low() > 0.1 && clear.modelBetter() == 1, clear.toString());
    F1Difference worse = compare(USUAL, units(300, 0.9, 2), units(300, 0.5, 1)).micro();
    assertTrue(worse.high() < -0.1 && worse.modelBetter() == 0, worse.toString());
    F1Difference chance = compare(USUAL, units(300, 0.7, 1), units(300, 0.7, 2)).micro();
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
    F1Difference paired = compare(USUAL, baseline, model).micro();
    assertTrue(paired.low() > 0, paired.toString());
    Collections.shuffle(model, new Random(1));
    F1Difference unpaired = compare(USUAL, baseline, model).micro();
    assertTrue(unpaired.low() < 0, unpaired.toString());
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherSeedNearlyTheSame() {
    List<Map<String, MatchCounts>> baseline = units(300, 0.6, 1);
    List<Map<String, MatchCounts>> model = units(300, 0.7, 2);
    F1Difference first = compare(USUAL, baseline, model).micro();
    assertEquals(first, compare(USUAL, baseline, model).micro());
    F1Difference other = compare(new Bootstrap(2000, 2), baseline, model).micro();
    assertNotEquals(first, other);
    assertEquals(first.low(), other.low(), 0.01);
    assertEquals(first.high(), other.high(), 0.01);
  }

  @Test
  void nothingToCompareDiffersByNothing() {
    assertEquals(new F1Difference(0, 0, 0, 0), compare(USUAL, List.of(), List.of()).micro());
  }

  @Test
  void theIntervalOfOneSideAgreesWithTheNormalOne() {
    List<Map<String, MatchCounts>> model = units(4000, 0.8, 5);
    double recall = model.stream().filter(RIGHT::equals).count() / 4000.0;
    double deviation = Math.sqrt(recall * (1 - recall) / 4000) * 2 / Math.pow(1 + recall, 2);
    ModeScores.Intervals intervals = evaluate(model, USUAL).intervals().orElseThrow();
    double f1 = 2 * recall / (1 + recall);
    assertEquals(f1 - 1.96 * deviation, intervals.micro().low(), 0.1 * deviation);
    assertEquals(f1 + 1.96 * deviation, intervals.micro().high(), 0.1 * deviation);
    // With one type all three are the same figure of the same draws.
    assertEquals(intervals.micro(), intervals.macro());
    assertEquals(Map.of("x", intervals.micro()), intervals.types());
  }

  @Test
  void theIntervalCoversTheTruthAboutAsOftenAsItSays() {
    double truth = 2 * 0.7 / 1.7;
    int covered = 0;
    for (int seed = 0; seed < 300; seed++) {
      Interval interval =
          evaluate(units(120, 0.7, seed), new Bootstrap(500, 1)).intervals().orElseThrow().micro();
      covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertEquals(0.95, covered / 300.0, 0.035, covered + " of 300");
  }

  private static ModeScores evaluate(List<Map<String, MatchCounts>> model, Bootstrap bootstrap) {
    return Evaluation.of(
            model.stream().map(BootstrapTest::gold).toList(),
            model.stream().map(BootstrapTest::predicted).toList(),
            EvaluationOptions.DEFAULTS.withBootstrap(bootstrap))
        .in(ScoringMode.STRICT);
  }

  @Test
  void aTypeThatADrawDoesNotHaveIsNoPartOfItsMacroScore() {
    // x is always found, y never; of two units, draws have x, y or both: macro 1, 0, 1/2.
    List<Map<String, MatchCounts>> model = List.of(RIGHT, Map.of("y", new MatchCounts(1, 0, 0)));
    ModeScores.Intervals intervals = evaluate(model, USUAL).intervals().orElseThrow();
    assertEquals(new Interval(0, 1), intervals.macro());
  }

  @Test
  void withoutABootstrapThereAreNoIntervalsAndNothingIsCompared() {
    EvaluationOptions none = EvaluationOptions.DEFAULTS.withoutIntervals();
    Evaluation evaluation = Evaluation.of(List.of(gold(RIGHT)), List.of(List.of()), none);
    assertTrue(evaluation.resampling().isEmpty());
    assertTrue(evaluation.in(ScoringMode.STRICT).intervals().isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ComparedScores.of(List.of(gold(RIGHT)), List.of(List.of()), List.of(List.of()), none));
  }

  @Test
  void tooFewResamplesAreRefused() {
    assertEquals(
        "expected 100 to 1000000 resamples, found 99",
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(99, 1)).getMessage());
  }
}
