package io.github.albertner.train;

import io.github.albertner.evaluate.EntityScores;

/**
 * What an epoch ended with, or the part of one that a time limit cut off.
 *
 * @param epoch from 1
 * @param step updates so far
 * @param trainingLoss mean loss of the epoch's training words, in nats, with dropout, weights and
 *     smoothing
 * @param validationLoss mean cross entropy of the development words, in nats
 * @param scores of the development sentences
 * @param best whether this is the best epoch so far, whose weights are kept
 */
public record EpochResult(
    int epoch,
    long step,
    double trainingLoss,
    double validationLoss,
    EntityScores scores,
    boolean best) {

  /** Whether the epoch found something right, or there was nothing to find. */
  public boolean isUseful() {
    return scores.micro().correct() > 0 || scores.micro().gold() == 0;
  }
}
