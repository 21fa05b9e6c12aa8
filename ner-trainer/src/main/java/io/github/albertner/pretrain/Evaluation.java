package io.github.albertner.pretrain;

/**
 * How a network guesses the hidden pieces of held-out text.
 *
 * @param step updates made
 * @param trainingLoss mean loss of the updates since the evaluation before, in nats
 * @param loss mean cross entropy over the hidden pieces, in nats
 * @param accuracy share of them whose best guess is right
 * @param best whether no evaluation before had a lower loss
 */
public record Evaluation(
    long step, double trainingLoss, double loss, double accuracy, boolean best) {
  /** Returns how many pieces the network is undecided between, so to speak: e to the loss. */
  public double perplexity() {
    return Math.exp(loss);
  }
}
