package io.github.albertner.pretrain;

import ai.djl.Device;
import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.checkpoint.MaskedLanguageHead;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.Head;
import io.github.albertner.optimize.LearningNetwork;
import io.github.albertner.optimize.NetworkState;
import io.github.albertner.weights.WeightTensor;
import java.util.Map;

/** A network in pretraining: a {@link LearningNetwork} with the head that guesses hidden pieces. */
final class MaskedLanguageNetwork implements AutoCloseable {
  private final LearningNetwork network;
  private int layers;

  private MaskedLanguageNetwork(LearningNetwork network, int layers) {
    this.network = network;
    this.layers = layers;
  }

  /**
   * Starts from weights.
   *
   * @param weights of a {@link LanguageModel} of this configuration; copied
   * @param threads that a step may use on a CPU
   */
  static MaskedLanguageNetwork start(
      AlbertConfig config,
      Map<String, WeightTensor> weights,
      Precision precision,
      Device device,
      int threads) {
    Head head =
        new Head(
            MaskedLanguageHead.shapes(config),
            Head.script(MaskedLanguageNetwork.class, "masked_language.torchscript"),
            false,
            Map.of());
    return new MaskedLanguageNetwork(
        LearningNetwork.start(config, head, weights, precision, device, threads), config.layers());
  }

  /** From now on the network has so many layers, which share their parameters. */
  void setLayers(int count) {
    if (layers != count) {
      network.set("set_layers", count);
      layers = count;
    }
  }

  /** As {@link LearningNetwork#seedDropout}. */
  void seedDropout(int seed) {
    network.seedDropout(seed);
  }

  /** As {@link LearningNetwork#accumulate}. */
  double accumulate(MaskedBatch batch, double scale) {
    return network.accumulate(batch.pieces(), batch.targets(), scale);
  }

  /**
   * Adds the gradients of all that an update learns from.
   *
   * @return the mean loss of the hidden pieces, in nats
   */
  double accumulate(StepWindows windows) {
    double scale = 1.0 / Math.max(1, windows.hidden());
    double loss = 0;
    for (MaskedBatch part : windows.parts()) {
      if (part.pieces().rows() > 0) {
        loss += accumulate(part, scale);
      }
    }
    return loss * scale;
  }

  /** As {@link LearningNetwork#update}. */
  double update(double rate, double maxNorm, double decay) {
    return network.update(rate, maxNorm, decay);
  }

  /**
   * What the network guesses.
   *
   * @param loss sum over the hidden pieces, in nats
   * @param right hidden pieces of which the best guess is what stood there
   */
  record Guesses(double loss, double right) {}

  /** Guesses the hidden pieces of a batch, without dropout. */
  Guesses judge(MaskedBatch batch) {
    float[] sums = network.compute("judge", batch.pieces(), batch.targets());
    return new Guesses(sums[0], sums[1]);
  }

  /** Returns the logits of the rows read, W x V, without dropout. */
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
