package io.github.albertner.run;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.CreditCounts;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.ModeScores;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of a cross-validation.
 *
 * @param planned number of folds there are
 * @param folds those that were judged: all of them, unless it was ended early
 * @param sentences of these folds, fold by fold
 * @param predicted the entities found in each of them, by a model that had not seen it
 * @param pooled evaluation of all of them together
 */
public record CrossValidationResult(
    int planned,
    List<FoldResult> folds,
    List<Sentence> sentences,
    List<List<EntitySpan>> predicted,
    Evaluation pooled) {

  /** Copies the lists. */
  public CrossValidationResult {
    folds = List.copyOf(folds);
    sentences = List.copyOf(sentences);
    predicted = List.copyOf(predicted);
  }

  /**
   * A figure of the folds.
   *
   * @param mode what counts as right
   * @param figure of a fold's scores
   * @return the figure of each fold
   * @throws IllegalArgumentException if no fold was judged
   */
  public Spread over(ScoringMode mode, ToDoubleFunction<ModeScores> figure) {
    return new Spread(
        folds.stream().map(fold -> figure.applyAsDouble(fold.evaluation().in(mode))).toList());
  }

  /**
   * The micro F1 of the folds.
   *
   * @param mode what counts as right
   * @return of each fold
   * @throws IllegalArgumentException if no fold was judged
   */
  public Spread microF1(ScoringMode mode) {
    return over(mode, scores -> micro(scores, CreditCounts::f1));
  }

  static double micro(ModeScores scores, ToDoubleFunction<CreditCounts> figure) {
    return figure.applyAsDouble(scores.micro());
  }
}
