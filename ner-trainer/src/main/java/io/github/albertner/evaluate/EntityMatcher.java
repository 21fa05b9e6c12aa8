package io.github.albertner.evaluate;

import io.github.albertner.label.EntitySpan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Pairs the gold entities of a sentence with predictions, each with at most one, so that the pairs
 * get as much credit as they can in a mode.
 *
 * <p>Entities of one side do not overlap, so one pass from left to right finds the most pairs that
 * share a word: of two entities whose turn it is, the one that ends first can share words with
 * nothing later, and loses nothing by being paired now.
 */
final class EntityMatcher {
  /** Credit of a full match; partial ones get {@link #HALF}. */
  static final int FULL = 2;

  static final int HALF = 1;

  /**
   * What the entities of a sentence get, in halves.
   *
   * @param gold in order of the first word
   * @param predicted in order of the first word
   * @param goldHalves of each gold entity
   * @param predictedHalves of each prediction
   */
  record Match(
      List<EntitySpan> gold,
      List<EntitySpan> predicted,
      List<Integer> goldHalves,
      List<Integer> predictedHalves) {}

  private EntityMatcher() {}

  /** Matches one sentence; entities in any order, those of one side without overlaps. */
  static Match match(ScoringMode mode, List<EntitySpan> gold, List<EntitySpan> predicted) {
    List<EntitySpan> there = ordered(gold);
    List<EntitySpan> found = ordered(predicted);
    int[] pairs =
        switch (mode) {
          case STRICT, CONLLEVAL -> pairs(there, found, EntitySpan::sameEntity);
          case PARTIAL -> pairs(there, found, (a, b) -> true);
          case TYPE -> pairs(there, found, (a, b) -> a.type().equals(b.type()));
        };
    Integer[] goldHalves = new Integer[there.size()];
    Integer[] predictedHalves = new Integer[found.size()];
    Arrays.fill(predictedHalves, 0);
    for (int g = 0; g < pairs.length; g++) {
      goldHalves[g] = 0;
      if (pairs[g] >= 0) {
        EntitySpan other = found.get(pairs[g]);
        int halves = mode != ScoringMode.PARTIAL || sameWords(there.get(g), other) ? FULL : HALF;
        goldHalves[g] = halves;
        predictedHalves[pairs[g]] = halves;
      }
    }
    return new Match(there, found, List.of(goldHalves), List.of(predictedHalves));
  }

  static List<EntitySpan> ordered(List<EntitySpan> spans) {
    return spans.stream().sorted(Comparator.comparingInt(EntitySpan::begin)).toList();
  }

  static boolean sameWords(EntitySpan one, EntitySpan other) {
    return one.begin() == other.begin() && one.end() == other.end();
  }

  /**
   * For each gold entity the index of the prediction it is paired with, or -1.
   *
   * @param fits which of those that share a word may be paired
   */
  static int[] pairs(
      List<EntitySpan> gold, List<EntitySpan> predicted, BiPredicate<EntitySpan, EntitySpan> fits) {
    int[] pairs = new int[gold.size()];
    Arrays.fill(pairs, -1);
    int g = 0;
    int p = 0;
    while (g < gold.size() && p < predicted.size()) {
      EntitySpan there = gold.get(g);
      EntitySpan found = predicted.get(p);
      if (there.overlaps(found) && fits.test(there, found)) {
        pairs[g++] = p++;
      } else if (there.end() <= found.end()) {
        g++;
      } else {
        p++;
      }
    }
    return pairs;
  }
}
