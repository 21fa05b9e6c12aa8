package io.github.albertner.evaluate;

import java.util.Optional;

/**
 * What an evaluation computes beside the scores.
 *
 * @param bootstrap how 95 % intervals are made; empty for none
 * @param known entities of the training data, to score seen and unseen ones apart
 */
public record EvaluationOptions(Optional<Bootstrap> bootstrap, Optional<KnownEntities> known) {

  /** Intervals from {@value Bootstrap#USUAL_RESAMPLES} resamples, seed 1; no training data. */
  public static final EvaluationOptions DEFAULTS =
      new EvaluationOptions(
          Optional.of(new Bootstrap(Bootstrap.USUAL_RESAMPLES, 1)), Optional.empty());

  /**
   * These options with intervals made otherwise.
   *
   * @param chosen how
   * @return new options
   */
  public EvaluationOptions withBootstrap(Bootstrap chosen) {
    return new EvaluationOptions(Optional.of(chosen), known);
  }

  /**
   * These options without intervals.
   *
   * @return new options
   */
  public EvaluationOptions withoutIntervals() {
    return new EvaluationOptions(Optional.empty(), known);
  }

  /**
   * These options with seen and unseen entities apart.
   *
   * @param training entities of the training data
   * @return new options
   */
  public EvaluationOptions withKnown(KnownEntities training) {
    return new EvaluationOptions(bootstrap, Optional.of(training));
  }
}
