package io.github.albertner.evaluate;

/**
 * How many entities there are, how many were predicted, and what they get in a {@link ScoringMode}.
 *
 * <p>Gold entities and predictions are credited apart, since in some modes an entity of one type
 * may be paired with a prediction of another: the credit of the pair then counts to the recall of
 * the one type and to the precision of the other. Of all types together both credits are the same.
 *
 * @param gold number in the gold annotation
 * @param predicted number predicted
 * @param goldCredit what the gold entities get, at most {@code gold}, in steps of 1/2
 * @param predictedCredit what the predictions get, at most {@code predicted}, in steps of 1/2
 */
public record CreditCounts(long gold, long predicted, double goldCredit, double predictedCredit) {

  /** Nothing counted yet. */
  public static final CreditCounts NONE = new CreditCounts(0, 0, 0, 0);

  /**
   * Checks the credits.
   *
   * @throws IllegalArgumentException if one is negative or more than there are entities
   */
  public CreditCounts {
    boolean fits =
        goldCredit >= 0
            && goldCredit <= gold
            && predictedCredit >= 0
            && predictedCredit <= predicted;
    if (!fits) {
      throw new IllegalArgumentException(
          "expected credits of at most gold %s and predicted %s, found %s and %s"
              .formatted(gold, predicted, goldCredit, predictedCredit));
    }
  }

  /**
   * Adds two counts.
   *
   * @param other counts of other entities
   * @return counts of both together
   */
  public CreditCounts plus(CreditCounts other) {
    return new CreditCounts(
        gold + other.gold,
        predicted + other.predicted,
        goldCredit + other.goldCredit,
        predictedCredit + other.predictedCredit);
  }

  /**
   * Returns the mean credit of a prediction.
   *
   * @return in [0, 1]; 0 if nothing was predicted
   */
  public double precision() {
    return predicted == 0 ? 0 : predictedCredit / predicted;
  }

  /**
   * Returns the mean credit of a gold entity.
   *
   * @return in [0, 1]; 0 if there is none
   */
  public double recall() {
    return gold == 0 ? 0 : goldCredit / gold;
  }

  /**
   * Returns the harmonic mean of precision and recall.
   *
   * @return in [0, 1]; 0 if one of them is 0
   */
  public double f1() {
    return f1(gold, predicted, goldCredit, predictedCredit);
  }

  /** F1 of counts that are in no object. */
  static double f1(long gold, long predicted, double goldCredit, double predictedCredit) {
    if (goldCredit == predictedCredit) {
      return goldCredit == 0 ? 0 : 2 * goldCredit / (gold + predicted);
    }
    // 2PR / (P + R), with P = predictedCredit / predicted and R = goldCredit / gold.
    double product = predictedCredit * goldCredit;
    return product == 0 ? 0 : 2 * product / (predictedCredit * gold + goldCredit * predicted);
  }
}
