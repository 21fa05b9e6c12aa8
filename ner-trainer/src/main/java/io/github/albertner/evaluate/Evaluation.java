package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be said of a set of predictions beside gold entities: the scores of every
 * {@link ScoringMode}, with intervals, and token scores.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(gold, predicted, EvaluationOptions.DEFAULTS);
 * double f1 = evaluation.in(ScoringMode.STRICT).micro().f1();
 * }</pre>
 *
 * @param strict strict counts, and token scores from BIO tags
 * @param conlleval what the conlleval script counts; the same as {@code strict} where spans were
 *     judged, and may differ where tags were
 * @param modes scores by mode, of every mode
 * @param tokens which tokens the scores are for
 * @param resampling how intervals were made; empty if there are none
 */
public record Evaluation(
    EntityScores strict,
    EntityScores conlleval,
    Map<ScoringMode, ModeScores> modes,
    ScoredTokens tokens,
    Optional<Resampling> resampling) {

  /** Copies the map, in the order of the modes. */
  public Evaluation {
    modes = Collections.unmodifiableMap(new EnumMap<>(modes));
  }

  /**
   * Judges predictions.
   *
   * @param gold sentences with the entities that are there, in the order of their documents
   * @param predicted the entities found in each, in any order, without overlaps
   * @param options intervals, and the training data's entities
   * @return scores of every mode
   * @throws IllegalArgumentException if there are not as many predictions as sentences, or entities
   *     of one side overlap or end after their sentence
   */
  public static Evaluation of(
      List<Sentence> gold, List<List<EntitySpan>> predicted, EvaluationOptions options) {
    EntityScores strict = EntityEvaluator.scores(gold, predicted);
    Judgement judgement = Judgement.of(gold, List.of(predicted), options);
    return new Evaluation(
        strict, strict, judgement.scores(0), ScoredTokens.of(gold), judgement.resampling());
  }

  /**
   * Returns the scores of a mode.
   *
   * @param mode what counts as right
   * @return its scores
   */
  public ModeScores in(ScoringMode mode) {
    return modes.get(mode);
  }
}
