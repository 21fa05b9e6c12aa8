package io.github.albertner.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of a difference in F1 is chance: the paired bootstrap with percentile intervals.
 *
 * <p>Units of the data (sentences or documents) are drawn with replacement, as many as there are;
 * both sides are scored on the same draw, and the difference of their F1 is kept. The ends of the
 * interval are percentiles of these differences.
 *
 * <p>Sources: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), section 13.3, for
 * the percentile interval and which ordered values its ends are; Berg-Kirkpatrick, Burkett and
 * Klein, "An Empirical Investigation of Statistical Significance in NLP" (EMNLP 2012), section 2,
 * for the paired test and what it can and cannot show: it speaks of texts like the test data, not
 * of other kinds.
 *
 * @param resamples number of draws, at least {@value #FEWEST_RESAMPLES}
 * @param seed the same seed gives the same draws
 */
public record PairedBootstrap(int resamples, long seed) {

  /** Coverage of the intervals. */
  public static final double LEVEL = 0.95;

  /** Fewer would leave the ends of the interval to a handful of draws. */
  public static final int FEWEST_RESAMPLES = 100;

  /**
   * Differences for each type and for all together.
   *
   * @param micro of the entities of all types together
   * @param types by type, for each type on any side
   */
  record Differences(F1Difference micro, SortedMap<String, F1Difference> types) {}

  /**
   * Checks the number of draws.
   *
   * @throws IllegalArgumentException if it is too small
   */
  public PairedBootstrap {
    if (resamples < FEWEST_RESAMPLES) {
      throw new IllegalArgumentException(
          "expected at least " + FEWEST_RESAMPLES + " resamples, found " + resamples);
    }
  }

  /**
   * Draws and compares.
   *
   * @param baseline matches of each unit, by type
   * @param model likewise, of the same units with the same gold entities
   */
  Differences compare(
      List<? extends Map<String, MatchCounts>> baseline,
      List<? extends Map<String, MatchCounts>> model) {
    TreeSet<String> names = new TreeSet<>();
    baseline.forEach(unit -> names.addAll(unit.keySet()));
    model.forEach(unit -> names.addAll(unit.keySet()));
    List<String> types = new ArrayList<>(names);
    long[][] units = new long[baseline.size()][];
    for (int unit = 0; unit < units.length; unit++) {
      units[unit] = Sums.flat(types, baseline.get(unit), model.get(unit));
    }

    Sums all = new Sums(types.size());
    for (long[] unit : units) {
      all.add(unit);
    }
    double[] found = all.differences();
    double[][] drawn = new double[found.length][resamples];
    SplittableRandom random = new SplittableRandom(seed);
    Sums sums = new Sums(types.size());
    for (int resample = 0; resample < resamples; resample++) {
      sums.clear();
      for (int draw = 0; draw < units.length; draw++) {
        sums.add(units[random.nextInt(units.length)]);
      }
      double[] differences = sums.differences();
      for (int i = 0; i < differences.length; i++) {
        drawn[i][resample] = differences[i];
      }
    }

    SortedMap<String, F1Difference> byType = new TreeMap<>();
    for (int type = 0; type < types.size(); type++) {
      byType.put(types.get(type), summary(found[type], drawn[type]));
    }
    return new Differences(summary(found[types.size()], drawn[types.size()]), byType);
  }

  private static F1Difference summary(double difference, double[] drawn) {
    Arrays.sort(drawn);
    // The k-th smallest and the k-th largest, counted from 1.
    int k = (int) Math.floor((drawn.length + 1) * (1 - LEVEL) / 2);
    long better = Arrays.stream(drawn).filter(d -> d > 0).count();
    return new F1Difference(
        difference, drawn[k - 1], drawn[drawn.length - k], (double) better / drawn.length);
  }

  /** Matches of both sides added up, by the number of the type. */
  private static final class Sums {
    /** Gold, and predicted and correct of each side. */
    private static final int COUNTS = 5;

    private final long[] sums;

    Sums(int types) {
      sums = new long[COUNTS * types];
    }

    /** A unit as rows of the type's offset and its counts; most units have few types or none. */
    static long[] flat(
        List<String> types, Map<String, MatchCounts> baseline, Map<String, MatchCounts> model) {
      TreeSet<String> present = new TreeSet<>(baseline.keySet());
      present.addAll(model.keySet());
      long[] rows = new long[(1 + COUNTS) * present.size()];
      int at = 0;
      for (String type : present) {
        MatchCounts before = baseline.getOrDefault(type, MatchCounts.NONE);
        MatchCounts after = model.getOrDefault(type, MatchCounts.NONE);
        rows[at++] = (long) COUNTS * types.indexOf(type);
        rows[at++] = Math.max(before.gold(), after.gold());
        rows[at++] = before.predicted();
        rows[at++] = before.correct();
        rows[at++] = after.predicted();
        rows[at++] = after.correct();
      }
      return rows;
    }

    void clear() {
      Arrays.fill(sums, 0);
    }

    void add(long[] rows) {
      for (int at = 0; at < rows.length; ) {
        int offset = (int) rows[at++];
        for (int i = 0; i < COUNTS; i++) {
          sums[offset + i] += rows[at++];
        }
      }
    }

    /** Of each type, and of all together last. */
    double[] differences() {
      int types = sums.length / COUNTS;
      double[] differences = new double[types + 1];
      long[] total = new long[COUNTS];
      for (int type = 0; type < types; type++) {
        differences[type] = difference(sums, COUNTS * type);
        for (int i = 0; i < COUNTS; i++) {
          total[i] += sums[COUNTS * type + i];
        }
      }
      differences[types] = difference(total, 0);
      return differences;
    }

    private static double difference(long[] counts, int at) {
      long gold = counts[at];
      double before = MatchCounts.ratio(2 * counts[at + 2], gold + counts[at + 1]);
      double after = MatchCounts.ratio(2 * counts[at + 4], gold + counts[at + 3]);
      return after - before;
    }
  }
}
