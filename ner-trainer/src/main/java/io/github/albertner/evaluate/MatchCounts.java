package io.github.albertner.evaluate;

/**
 * How many things there are, how many were predicted, and how many of those are right.
 *
 * @param gold number in the gold annotation
 * @param predicted number predicted
 * @param correct number predicted that are in the gold annotation, at most either of the others
 */
public record MatchCounts(long gold, long predicted, long correct) {

  /** Nothing counted yet. */
  public static final MatchCounts NONE = new MatchCounts(0, 0, 0);

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is negative, or more is correct than gold or predicted
   */
  public MatchCounts {
    if (correct < 0 || correct > gold || correct > predicted) {
      throw new IllegalArgumentException(
          "expected 0 <= correct <= gold, predicted; found gold "
              + gold
              + ", predicted "
              + predicted
              + ", correct "
              + correct);
    }
  }

  /**
   * Adds two counts.
   *
   * @param other counts of other data
   * @return counts of both together
   */
  public MatchCounts plus(MatchCounts other) {
    return new MatchCounts(gold + other.gold, predicted + other.predicted, correct + other.correct);
  }

  /**
   * Returns the share of the predictions that are right.
   *
   * @return in [0, 1]; 0 if nothing was predicted
   */
  public double precision() {
    return ratio(correct, predicted);
  }

  /**
   * Returns the share of the gold annotation that was found.
   *
   * @return in [0, 1]; 0 if there is none
   */
  public double recall() {
    return ratio(correct, gold);
  }

  /**
   * Returns the harmonic mean of precision and recall.
   *
   * @return in [0, 1]; 0 if nothing is correct
   */
  public double f1() {
    return ratio(2 * correct, gold + predicted);
  }

  static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
