package io.github.albertner.tune;

import static io.github.albertner.tune.SearchSpaceTest.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialPlanTest {

  private static List<Map<String, String>> trials(TrialPlan plan, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(plan::settings).toList();
  }

  @Test
  void aGridChangesTheLastSettingFirst() {
    TrialPlan plan =
        new TrialPlan(space("batch-size=16,32", "dropout=0,0.1,0.2"), Strategy.GRID, 1);
    assertEquals(OptionalInt.of(6), plan.trials());
    List<String> seen =
        trials(plan, 6).stream().map(t -> t.get("batch-size") + " " + t.get("dropout")).toList();
    assertEquals(List.of("16 0", "16 0.1", "16 0.2", "32 0", "32 0.1", "32 0.2"), seen);
  }

  @Test
  void aGridRefusesRangesAndWhatNobodyCouldTrain() {
    assertEquals(
        "dropout=0..0.3 is a range, which a grid cannot go through; list its values, such as dropout=0,0.3, or use --strategy random",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrialPlan(space("dropout=0..0.3"), Strategy.GRID, 1))
            .getMessage());
    String values =
        String.join(",", IntStream.rangeClosed(1, 400).mapToObj(Integer::toString).toList());
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrialPlan(space("batch-size=" + values, "epochs=" + values), Strategy.GRID, 1));
  }

  @Test
  void aTrialDependsOnSeedAndNumberAlone() {
    SearchSpace space = space("learning-rate=1e-5..1e-3:log", "batch-size=8,16,32,64");
    SearchSpace turned = space("batch-size=8,16,32,64", "learning-rate=1e-5..1e-3:log");
    TrialPlan plan = new TrialPlan(space, Strategy.RANDOM, 7);
    assertEquals(OptionalInt.empty(), plan.trials());
    Map<String, String> third = plan.settings(3);
    assertEquals(third, new TrialPlan(space, Strategy.RANDOM, 7).settings(3));
    assertEquals(third, new TrialPlan(turned, Strategy.RANDOM, 7).settings(3));
    assertNotEquals(trials(plan, 8), trials(new TrialPlan(space, Strategy.RANDOM, 8), 8));
    assertEquals(50, new HashSet<>(trials(plan, 50)).size());
  }

  @Test
  void drawnNumbersAreOnAllOfTheirRangeAndReadable() {
    TrialPlan plan =
        new TrialPlan(
            space("learning-rate=1e-5..1e-3:log", "dropout=0..0.3", "epochs=1..4"),
            Strategy.RANDOM,
            1);
    List<Map<String, String>> trials = trials(plan, 2000);
    double[] rates =
        trials.stream().mapToDouble(t -> Double.parseDouble(t.get("learning-rate"))).toArray();
    assertTrue(
        IntStream.range(0, rates.length).allMatch(i -> rates[i] >= 1e-5 && rates[i] <= 1e-3));
    // Half of a logarithmic range from 1e-5 to 1e-3 is below 1e-4.
    double below = IntStream.range(0, rates.length).filter(i -> rates[i] < 1e-4).count() / 2000.0;
    assertEquals(0.5, below, 0.04);
    double mean =
        trials.stream().mapToDouble(t -> Double.parseDouble(t.get("dropout"))).average().orElse(0);
    assertEquals(0.15, mean, 0.006);
    for (String epochs : List.of("1", "2", "3", "4")) {
      double count = trials.stream().filter(t -> t.get("epochs").equals(epochs)).count();
      assertEquals(500, count, 90, epochs);
    }
    assertTrue(
        trials.stream()
            .allMatch(t -> t.get("learning-rate").matches("\\d(\\.\\d{1,2})?e-\\d|0\\.\\d+")),
        trials.get(0).toString());
  }

  @Test
  void randomTrialsOfListsAloneComeOnceEach() {
    TrialPlan plan = new TrialPlan(space("batch-size=16,32", "dropout=0,0.1"), Strategy.RANDOM, 5);
    assertEquals(OptionalInt.of(4), plan.trials());
    Set<Map<String, String>> all = new HashSet<>(trials(plan, 4));
    assertEquals(4, all.size());
    TrialPlan grid = new TrialPlan(plan.space(), Strategy.GRID, 5);
    assertEquals(new HashSet<>(trials(grid, 4)), all);
    assertTrue(
        IntStream.range(0, 20)
            .mapToObj(seed -> trials(new TrialPlan(plan.space(), Strategy.RANDOM, seed), 4))
            .anyMatch(order -> !order.equals(trials(grid, 4))),
        "always in the order of the grid");
  }
}
