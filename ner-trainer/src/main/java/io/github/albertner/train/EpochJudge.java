package io.github.albertner.train;

import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.optimize.NetworkState;
import java.util.Optional;

/** Judges a network in training on development data, and keeps its best epoch. */
final class EpochJudge {
  private final DevelopmentSet development;
  private final TokenClassifier classifier;
  private final TrainingNetwork network;
  private BestEpoch best;

  /**
   * A judge that has judged nothing yet.
   *
   * @param classifier over {@code network}
   */
  EpochJudge(DevelopmentSet development, TokenClassifier classifier, TrainingNetwork network) {
    this.development = development;
    this.classifier = classifier;
    this.network = network;
  }

  /** Returns the best epoch so far; empty before the first. */
  Optional<BestEpoch> best() {
    return Optional.ofNullable(best);
  }

  /**
   * Judges the network as it is.
   *
   * @param epoch that ends, from 1
   * @param step updates made
   * @param trainingLoss of the epoch, nats per row
   */
  EpochResult judge(int epoch, long step, double trainingLoss) {
    DevelopmentSet.Judgement judgement = development.judge(classifier);
    boolean better = best == null || best.isBeatenBy(judgement);
    EpochResult result =
        new EpochResult(epoch, step, trainingLoss, judgement.loss(), judgement.scores(), better);
    if (better) {
      best = new BestEpoch(result, judgement.predictions(), network.weights());
    }
    return result;
  }

  /**
   * Judges the best epoch of another loop again, and keeps it. The network's weights are then those
   * of that epoch.
   *
   * @param state the other loop's network
   * @return whether the validation loss is what it was there
   */
  boolean judgeAgain(TrainingState.Best kept, NetworkState state) {
    network.restore(
        new NetworkState(
            kept.weights(), state.firstMoments(), state.secondMoments(), state.steps()));
    DevelopmentSet.Judgement judgement = development.judge(classifier);
    EpochResult result =
        new EpochResult(
            kept.epoch(),
            kept.step(),
            kept.trainingLoss(),
            judgement.loss(),
            judgement.scores(),
            true);
    best = new BestEpoch(result, judgement.predictions(), kept.weights());
    return judgement.loss() == kept.validationLoss();
  }
}
