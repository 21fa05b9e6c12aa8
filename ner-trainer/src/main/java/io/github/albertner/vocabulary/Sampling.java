package io.github.albertner.vocabulary;

/**
 * Which paragraphs of a file a vocabulary is made from: a fixed rule, without chance.
 *
 * <p>Of paragraphs numbered from 0, those that {@code every} divides are sampled; number {@value
 * #HELD_OUT} of each {@value #PERIOD} is held out for judging and never sampled.
 *
 * @param every at least 1
 */
public record Sampling(int every) {

  private static final int PERIOD = 1000;

  /** Prime, so that few values of {@code every} would have sampled it. */
  private static final int HELD_OUT = 499;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Sampling {
    if (every < 1) {
      throw new IllegalArgumentException("every: expected 1 or more, found " + every);
    }
  }

  /**
   * The rule that takes as much as it may.
   *
   * @param total characters of all text
   * @param most characters of the sample, nearly
   * @return every n-th paragraph, with the smallest n that does
   */
  public static Sampling atMost(long total, long most) {
    if (most < 1) {
      throw new IllegalArgumentException("characters: expected 1 or more, found " + most);
    }
    return new Sampling((int) Math.min(Integer.MAX_VALUE, Math.max(1, (total + most - 1) / most)));
  }

  boolean isSampled(long paragraph) {
    return paragraph % every == 0 && !isHeldOut(paragraph);
  }

  boolean isHeldOut(long paragraph) {
    return paragraph % PERIOD == HELD_OUT;
  }
}
