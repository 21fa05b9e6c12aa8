package io.github.albertner.report;

import io.github.albertner.pretrain.Evaluation;

/**
 * An evaluation of pretraining, as metrics.jsonl tells of it.
 *
 * @param step updates made
 * @param trainingLoss mean loss of the updates since the one before, in nats
 * @param loss on held-out text, in nats per hidden piece
 * @param accuracy share of the hidden pieces whose best guess is right
 * @param best whether no evaluation before had a lower loss
 * @param seconds since training began, interruptions left out
 */
public record EvaluationMetrics(
    long step, double trainingLoss, double loss, double accuracy, boolean best, double seconds) {
  static EvaluationMetrics of(Evaluation evaluation, double seconds) {
    return new EvaluationMetrics(
        evaluation.step(),
        evaluation.trainingLoss(),
        evaluation.loss(),
        evaluation.accuracy(),
        evaluation.best(),
        seconds);
  }
}
