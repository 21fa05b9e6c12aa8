package io.github.albertner.train;

import io.github.albertner.optimize.NetworkState;
import io.github.albertner.weights.WeightTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run stands between two updates: all that it needs to go on as if it had never stopped.
 * Random numbers and learning rates follow from the number of updates.
 *
 * @param step updates made
 * @param epochLoss sum of the weighted losses since the epoch began, in nats
 * @param epochWeight sum of their weights
 * @param seconds of training so far
 * @param network weights and optimizer state
 * @param best the best epoch so far, if one has ended
 */
public record TrainingState(
    long step,
    double epochLoss,
    double epochWeight,
    double seconds,
    NetworkState network,
    Optional<Best> best) {

  /**
   * The best epoch so far. Its scores and predictions are not kept: they follow from the weights.
   *
   * @param epoch from 1
   * @param step updates at its end
   * @param trainingLoss mean loss in nats
   * @param validationLoss in nats per word, to tell whether a machine computes as the first did
   * @param weights by name, F32
   */
  public record Best(
      int epoch,
      long step,
      double trainingLoss,
      double validationLoss,
      Map<String, WeightTensor> weights) {
    /** Copies the map. */
    public Best {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }
}
