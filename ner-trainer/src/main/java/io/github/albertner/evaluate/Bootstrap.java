package io.github.albertner.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * How much of a score, or of a difference between two, is chance: the bootstrap with percentile
 * intervals.
 *
 * <p>Units of the data (sentences or documents) are drawn with replacement, as many as there are,
 * and the score is computed of the draw. Two sides are compared on the same draws (the paired
 * bootstrap), and the difference of their scores is kept. The ends of the interval are percentiles
 * of what the draws gave.
 *
 * <p>Sources: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), section 13.3, for
 * the percentile interval and which ordered values its ends are; Berg-Kirkpatrick, Burkett and
 * Klein, "An Empirical Investigation of Statistical Significance in NLP" (EMNLP 2012), section 2,
 * for the paired test and what it can and cannot show: it speaks of texts like the test data, not
 * of other kinds, and not of other training runs.
 *
 * @param resamples number of draws, at least {@value #FEWEST_RESAMPLES}
 * @param seed the same seed gives the same draws
 */
public record Bootstrap(int resamples, long seed) {

  /** Coverage of the intervals. */
  public static final double LEVEL = 0.95;

  /** Fewer would leave the ends of the interval to a handful of draws. */
  public static final int FEWEST_RESAMPLES = 100;

  private static final int MOST_RESAMPLES = 1_000_000;

  /** Enough that another seed changes the ends by about a hundredth of the interval's length. */
  public static final int USUAL_RESAMPLES = 10_000;

  /**
   * Checks the number of draws.
   *
   * @throws IllegalArgumentException if it is too small, or all draws do not fit into memory
   */
  public Bootstrap {
    if (resamples < FEWEST_RESAMPLES || resamples > MOST_RESAMPLES) {
      throw new IllegalArgumentException(
          "expected %s to %s resamples, found %s"
              .formatted(FEWEST_RESAMPLES, MOST_RESAMPLES, resamples));
    }
  }

  /**
   * Draws, and computes figures of each draw.
   *
   * @param units number of units to draw from
   * @param figures how many figures are computed
   * @param compute takes how often each unit was drawn, and an array for the figures
   * @return by figure, what the draws gave, in rising order
   */
  double[][] draw(int units, int figures, BiConsumer<int[], double[]> compute) {
    double[][] drawn = new double[figures][resamples];
    SplittableRandom random = new SplittableRandom(seed);
    int[] times = new int[units];
    double[] computed = new double[figures];
    for (int resample = 0; resample < resamples; resample++) {
      Arrays.fill(times, 0);
      for (int draw = 0; draw < units; draw++) {
        times[random.nextInt(units)]++;
      }
      compute.accept(times, computed);
      for (int figure = 0; figure < figures; figure++) {
        drawn[figure][resample] = computed[figure];
      }
    }
    for (double[] figure : drawn) {
      Arrays.sort(figure);
    }
    return drawn;
  }

  /** The interval of a figure, from what the draws gave in rising order. */
  static Interval interval(double[] ordered) {
    // The k-th smallest and the k-th largest, counted from 1.
    int k = (int) Math.floor((ordered.length + 1) * (1 - LEVEL) / 2);
    return new Interval(ordered[k - 1], ordered[ordered.length - k]);
  }
}
