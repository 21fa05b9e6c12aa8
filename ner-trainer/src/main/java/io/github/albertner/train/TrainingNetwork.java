package io.github.albertner.train;

import ai.djl.Device;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.Head;
import io.github.albertner.optimize.LearningNetwork;
import io.github.albertner.optimize.NetworkState;
import io.github.albertner.weights.WeightTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tagger network in training: a {@link LearningNetwork} with the tagger's head and loss. */
final class TrainingNetwork implements AutoCloseable {
  private final LearningNetwork network;

  private TrainingNetwork(LearningNetwork network) {
    this.network = network;
  }

  /**
   * Starts from weights.
   *
   * @param weights those named by {@link AlbertConfig#parameterShapes}, in F32; copied
   * @param threads that a step may use on a CPU
   */
  static TrainingNetwork start(
      AlbertConfig config,
      int labels,
      Map<String, WeightTensor> weights,
      Precision precision,
      Device device,
      int threads) {
    return new TrainingNetwork(
        LearningNetwork.start(config, head(config, labels), weights, precision, device, threads));
  }

  private static Head head(AlbertConfig config, int labels) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>(config.parameterShapes(labels));
    shapes.keySet().removeAll(config.encoderShapes().keySet());
    return new Head(
        shapes,
        Head.script(TrainingNetwork.class, "tagging.torchscript"),
        true,
        Map.of("label_weights", "Tensor"));
  }

  /** As {@link LearningNetwork#seedDropout}. */
  void seedDropout(int seed) {
    network.seedDropout(seed);
  }

  /**
   * From now on only the weights of other groups learn.
   *
   * @param groups what is frozen; replaces what was frozen before
   */
  void freeze(Set<ParameterGroup> groups) {
    network.freeze(name -> ParameterGroup.of(name).filter(groups::contains).isPresent());
  }

  /**
   * From now on a row counts in the loss by its label.
   *
   * @param weights of each label, L
   */
  void weighLabels(float[] weights) {
    network.set("weigh_labels", weights);
  }

  /**
   * Adds the gradients of one batch.
   *
   * @param scale weight of the loss; 1 / rows of the whole step gives the mean of their losses
   * @return the sum of the rows' losses, in nats: cross entropy times the label's weight
   * @throws DeviceMemoryException if the batch does not fit into the device's memory
   */
  double accumulate(LabelledBatch batch, double scale) {
    return network.accumulate(batch.pieces(), batch.labelIndices(), scale);
  }

  /** As {@link LearningNetwork#update}. */
  double update(double rate, double maxNorm, double decay) {
    return network.update(rate, maxNorm, decay);
  }

  /** Returns the logits of the rows read, W x L, without dropout. */
  float[] logits(PieceBatch batch) {
    return network.compute("forward", batch);
  }

  /** Returns a copy of the weights, by name. */
  Map<String, WeightTensor> weights() {
    return network.weights();
  }

  /** Returns a copy of weights and optimizer state. */
  NetworkState state() {
    return network.state();
  }

  /** As {@link LearningNetwork#restore}. */
  void restore(NetworkState state) {
    network.restore(state);
  }

  /** Returns a copy of the accumulated gradients, by name. */
  Map<String, WeightTensor> gradients() {
    return network.gradients();
  }

  @Override
  public void close() {
    network.close();
  }
}
