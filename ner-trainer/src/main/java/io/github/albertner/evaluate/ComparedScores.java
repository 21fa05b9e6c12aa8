package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of a baseline and of a model on the same sentences, and how far they differ.
 *
 * @param baseline scores of what was there before
 * @param model scores of what is to replace it
 * @param differences of F1, by mode
 * @param resampling how the intervals were made: the paired bootstrap
 */
public record ComparedScores(
    Evaluation baseline,
    Evaluation model,
    Map<ScoringMode, ModeDifferences> differences,
    Resampling resampling) {

  /** Copies the map, in the order of the modes. */
  public ComparedScores {
    differences = Collections.unmodifiableMap(new EnumMap<>(differences));
  }

  /**
   * Judges both on the same sentences.
   *
   * @param gold sentences with the entities that are there, in the order of their documents
   * @param baseline the entities that the baseline found in each, in any order, without overlaps
   * @param model the entities that the model found, likewise
   * @param options how intervals are made, and the training data's entities
   * @return scores of both and their differences in every mode
   * @throws IllegalArgumentException if there are not as many predictions as sentences, entities of
   *     one side overlap or end after their sentence, or no intervals are asked for
   */
  public static ComparedScores of(
      List<Sentence> gold,
      List<List<EntitySpan>> baseline,
      List<List<EntitySpan>> model,
      EvaluationOptions options) {
    EntityScores before = EntityEvaluator.scores(gold, baseline);
    EntityScores after = EntityEvaluator.scores(gold, model);
    ScoredTokens tokens = ScoredTokens.of(gold);
    Judgement judgement = Judgement.of(gold, List.of(baseline, model), options);
    Resampling resampling =
        judgement
            .resampling()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a comparison needs intervals; expected options with a bootstrap"));
    return new ComparedScores(
        new Evaluation(before, before, judgement.scores(0), tokens, judgement.resampling()),
        new Evaluation(after, after, judgement.scores(1), tokens, judgement.resampling()),
        judgement.differences(),
        resampling);
  }
}
