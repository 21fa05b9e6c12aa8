package io.github.albertner.train;

import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.weights.WeightTensor;
import java.util.List;
import java.util.Map;

/**
 * The epoch that a run keeps.
 *
 * @param result what it ended with
 * @param predictions on the development sentences, in their order
 * @param weights by name
 */
record BestEpoch(
    EpochResult result, List<JudgedSentence> predictions, Map<String, WeightTensor> weights) {

  /** Whether scores are better: F1 first, then loss. */
  boolean isBeatenBy(DevelopmentSet.Judgement judgement) {
    double f1 = judgement.scores().micro().f1();
    double own = result.scores().micro().f1();
    return f1 > own || (f1 == own && judgement.loss() < result.validationLoss());
  }
}
