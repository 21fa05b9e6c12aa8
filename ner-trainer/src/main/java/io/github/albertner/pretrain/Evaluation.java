package io.github.albertner.pretrain;

import java.util.OptionalDouble;

/**
 * How a network guesses the hidden pieces of held-out text.
 *
 * @param step updates made
 * @param trainingLoss mean loss of the updates since the evaluation before, in nats; that of
 *     sentence order included
 * @param loss mean cross entropy over the hidden pieces, in nats
 * @param accuracy share of them whose best guess is right
 * @param orderAccuracy share of the windows of which it is told right whether their segments are
 *     swapped; empty if that is not learned
 * @param best whether no evaluation before had a lower loss
 */
public record Evaluation(
    long step,
    double trainingLoss,
    double loss,
    double accuracy,
    OptionalDouble orderAccuracy,
    boolean best) {
  /** Returns how many pieces the network is undecided between, so to speak: e to the loss. */
  public double perplexity() {
    return Math.exp(loss);
  }
}
