package io.github.albertner.embedding;

import java.io.IOException;
import java.util.Arrays;

/** Sums of the rows of the matrix of counts, without the matrix. */
final class Marginals {

  /** How much rarer contexts are levelled, as in the source. */
  private static final double SMOOTHING = 0.75;

  private final boolean[] counted;
  private final long[] sums;

  private Marginals(boolean[] counted, long[] sums) {
    this.counted = counted;
    this.sums = sums;
  }

  /** Which pieces are counted: those that are not special. */
  boolean[] counted() {
    return counted;
  }

  /** Weight of all neighbours of each piece, in the window's units. */
  long[] sums() {
    return sums;
  }

  static Marginals of(PieceFile pieces, Window window, boolean[] counted) throws IOException {
    long[] sums = new long[counted.length];
    int[] weights = window.weights();
    try (PieceFile.Reader in = pieces.reader()) {
      while (in.next()) {
        int[] ids = in.sentence();
        for (int i = 0; i < in.length(); i++) {
          if (!counted[ids[i]]) {
            continue;
          }
          int last = Math.min(in.length() - 1, i + window.size());
          for (int j = i + 1; j <= last; j++) {
            if (counted[ids[j]]) {
              sums[ids[i]] += weights[j - i];
              sums[ids[j]] += weights[j - i];
            }
          }
        }
      }
    }
    return new Marginals(counted, sums);
  }

  /**
   * What is subtracted for each of the two pieces of a pair from the logarithm of their count, to
   * give their mutual information.
   *
   * <p>With p(i) the share of the sums and q(i) the share of their powers of {@value #SMOOTHING},
   * pointwise mutual information is log p(i,j) - log p(i) q(j). That is not symmetric; the mean of
   * both orders is, and is a sum of a term for each piece: half of log p(i) q(i), less half of the
   * logarithm of the total.
   */
  double[] terms() {
    double total = 0;
    double powers = 0;
    for (long sum : sums) {
      total += (double) sum;
      powers += StrictMath.pow((double) sum, SMOOTHING);
    }
    double[] terms = new double[sums.length];
    Arrays.fill(terms, Double.POSITIVE_INFINITY);
    for (int i = 0; i < terms.length; i++) {
      if (sums[i] > 0) {
        double p = (double) sums[i] / total;
        double q = StrictMath.pow((double) sums[i], SMOOTHING) / powers;
        terms[i] = (StrictMath.log(p * q) + StrictMath.log(total)) / 2;
      }
    }
    return terms;
  }
}
