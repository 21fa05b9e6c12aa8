package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Batches hold every item once, within the budget, longest first. */
class BatcherPropertyTest {

  @Property
  void everyItemOnceWithinTheBudget(
      @ForAll List<@IntRange(min = 1, max = 600) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 1000) int budget) {
    List<List<Integer>> batches = new Batcher(budget).batches(lengths, Integer::intValue);
    List<Integer> seen = new ArrayList<>();
    for (List<Integer> batch : batches) {
      int pieces = batch.stream().mapToInt(Integer::intValue).sum();
      assertTrue(pieces <= budget || batch.size() == 1, () -> batch + " over " + budget);
      seen.addAll(batch);
    }
    List<Integer> expected = new ArrayList<>(lengths);
    expected.sort(Comparator.reverseOrder());
    assertEquals(expected, seen);
  }

  @Property
  void noTwoNeighboursWouldFitTogether(
      @ForAll List<@IntRange(min = 1, max = 600) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 1000) int budget) {
    List<List<Integer>> batches = new Batcher(budget).batches(lengths, Integer::intValue);
    for (int i = 0; i + 1 < batches.size(); i++) {
      int pieces = batches.get(i).stream().mapToInt(Integer::intValue).sum();
      assertTrue(pieces + batches.get(i + 1).get(0) > budget);
    }
  }
}
