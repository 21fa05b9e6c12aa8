package io.github.albertner.run;

import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.TestScores;
import io.github.albertner.train.EpochResult;
import java.util.List;
import java.util.Optional;

/**
 * What a run made.
 *
 * @param model the best epoch as a package; from {@link TrainingJob} one that is ready for use
 * @param best what that epoch ended with
 * @param predictions what it found in the development sentences, in their order
 * @param end why the run ended, in a few words
 * @param test scores of the model on test data, if there were any
 */
public record TrainedModel(
    ModelPackage model,
    EpochResult best,
    List<JudgedSentence> predictions,
    String end,
    Optional<TestScores> test) {
  /** Copies the list. */
  public TrainedModel {
    predictions = List.copyOf(predictions);
  }

  /** The same with a finished package. */
  TrainedModel finished(ModelPackage finished, Optional<TestScores> scores) {
    return new TrainedModel(finished, best, predictions, end, scores);
  }
}
