package io.github.albertner.evaluate;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities of entities are what they say: of those found with probability 0.8, 80 of
 * 100 should be right, strictly.
 *
 * @param bins of equal width from probability 0 to 1
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017, section 2</a>
 */
public record Calibration(List<Bin> bins) {
  /** The usual number of bins. */
  public static final int USUAL_BINS = 10;

  /**
   * Predictions of similar probability.
   *
   * @param from lowest probability, inclusive
   * @param to highest, exclusive but for the last bin
   * @param count number of predictions
   * @param meanProbability of these, in [0, 1]; 0 if there are none
   * @param shareRight of these, in [0, 1]; 0 if there are none
   */
  public record Bin(
      double from, double to, long count, double meanProbability, double shareRight) {}

  /** Copies the list. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Sorts all predictions into bins.
   *
   * @param number of bins, at least one
   */
  public static Calibration of(List<JudgedSentence> sentences, int number) {
    long[] counts = new long[number];
    long[] right = new long[number];
    double[] sums = new double[number];
    for (JudgedSentence sentence : sentences) {
      for (EntitySpan found : sentence.predicted()) {
        int bin = Math.min(number - 1, (int) (found.probability() * number));
        counts[bin]++;
        sums[bin] += found.probability();
        right[bin] += sentence.isRight(found) ? 1 : 0;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      bins.add(
          new Bin(
              (double) i / number,
              (i + 1.0) / number,
              counts[i],
              counts[i] == 0 ? 0 : sums[i] / counts[i],
              MatchCounts.ratio(right[i], counts[i])));
    }
    return new Calibration(bins);
  }

  /** Returns the number of predictions. */
  public long predictions() {
    return bins.stream().mapToLong(Bin::count).sum();
  }

  /**
   * Returns the expected calibration error: the mean distance between probability and share right,
   * bins weighted by their predictions.
   *
   * @return in [0, 1]; 0 if there are no predictions
   */
  public double error() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.count() * Math.abs(bin.meanProbability() - bin.shareRight());
    }
    return predictions() == 0 ? 0 : sum / predictions();
  }
}
