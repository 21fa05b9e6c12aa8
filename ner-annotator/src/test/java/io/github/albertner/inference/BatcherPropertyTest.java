package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

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

  @Property
  void batchesThatRunTogetherAreOfOneSizeButForAnItem(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 600) Integer> lengths,
      @ForAll @IntRange(min = 600, max = 2000) int budget,
      @ForAll @IntRange(min = 2, max = 8) int atOnce) {
    List<List<Integer>> batches = new Batcher(budget).batches(lengths, Integer::intValue, atOnce);
    List<Integer> seen = batches.stream().flatMap(List::stream).toList();
    assertEquals(lengths.stream().sorted(Comparator.reverseOrder()).toList(), seen);
    int all = seen.stream().mapToInt(Integer::intValue).sum();
    Assume.that(5 * all >= 4 * atOnce * seen.get(0));
    int rounds = (all + atOnce * budget - 1) / (atOnce * budget);
    int share = all / (atOnce * rounds);
    for (List<Integer> batch : batches) {
      int pieces = batch.stream().mapToInt(Integer::intValue).sum();
      assertTrue(pieces <= budget || batch.size() == 1, () -> batch + " over " + budget);
      assertTrue(pieces <= share + 600, () -> batch + " beside " + share);
    }
  }

  /** Equal items, enough of them: everyone has as many batches as the others, of one size. */
  @Test
  void workIsDividedEvenly() {
    List<List<Integer>> batches =
        new Batcher(256).batches(Collections.nCopies(48, 30), Integer::intValue, 2);
    assertEquals(List.of(8, 8, 8, 8, 8, 8), batches.stream().map(List::size).toList());
    assertEquals(
        List.of(2, 2),
        new Batcher(256)
            .batches(Collections.nCopies(4, 30), Integer::intValue, 2).stream()
                .map(List::size)
                .toList());
    assertEquals(1, new Batcher(256).batches(List.of(30), Integer::intValue, 8).size());
    assertEquals(1, new Batcher(256).batches(List.of(60, 20, 10, 5), Integer::intValue, 2).size());
    assertEquals(2, new Batcher(256).batches(List.of(60, 40, 5), Integer::intValue, 2).size());
  }
}
