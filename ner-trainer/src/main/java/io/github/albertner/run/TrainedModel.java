package io.github.albertner.run;

import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.train.EpochResult;
import java.util.List;

/**
 * What a run made.
 *
 * @param model the best epoch as a package
 * @param best what that epoch ended with
 * @param predictions what it found in the development sentences, in their order
 * @param end why the run ended, in a few words
 */
public record TrainedModel(
    ModelPackage model, EpochResult best, List<JudgedSentence> predictions, String end) {
  /** Copies the list. */
  public TrainedModel {
    predictions = List.copyOf(predictions);
  }
}
