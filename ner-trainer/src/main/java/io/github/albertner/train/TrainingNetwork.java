package io.github.albertner.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.AlbertProgram;
import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.network.ScriptModule;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tagger network with its gradients and AdamW state (Loshchilov and Hutter, arXiv:1711.05101).
 *
 * <p>One optimizer step is one {@link #accumulate} for each batch it learns from, then one {@link
 * #update}. Master weights, gradients and state are f32 whatever the precision of the products. Not
 * thread-safe; one at a time per process, as dropout draws from libtorch's one generator.
 */
final class TrainingNetwork implements AutoCloseable {
  private static final List<String> STATE =
      List.of("gradients", "first_moments", "second_moments", "steps");
  private static final String TENSORS = "List[Tensor]";

  private final AlbertConfig config;
  private final int labels;
  private final ScriptModule module;

  private TrainingNetwork(AlbertConfig config, int labels, ScriptModule module) {
    this.config = config;
    this.labels = labels;
    this.module = module;
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
    AlbertProgram program = AlbertProgram.differentiable(config, labels, precision, device);
    STATE.forEach(name -> program.withState(name, TENSORS));
    program.withState("frozen", "List[bool]").withState("label_weights", "Tensor");
    program.withMethods(source());
    ScriptModule module = ScriptModule.load(program, weights, true, device, threads);
    TrainingNetwork network = new TrainingNetwork(config, labels, module);
    try (NDManager scope = module.newScope()) {
      module.call("begin", true, new NDList(scope.create(0f)));
    }
    return network;
  }

  /** Makes what dropout draws from here on depend on a seed alone. */
  void seedDropout(int seed) {
    Engine.getEngine("PyTorch").setRandomSeed(seed);
  }

  /**
   * From now on only the weights of other groups learn: what is frozen takes no gradient, no decay
   * and no part in the gradient norm, and its AdamW state stays.
   *
   * @param groups what is frozen; replaces what was frozen before
   */
  void freeze(Set<ParameterGroup> groups) {
    float[] frozen = new float[config.parameterShapes(labels).size()];
    int next = 0;
    for (String name : config.parameterShapes(labels).keySet()) {
      frozen[next++] = ParameterGroup.of(name).filter(groups::contains).isPresent() ? 1 : 0;
    }
    try (NDManager scope = module.newScope()) {
      module.call("freeze", true, new NDList(host(scope).create(frozen)));
    }
  }

  /**
   * From now on a row counts in the loss by its label.
   *
   * @param weights of each label, L
   */
  void weighLabels(float[] weights) {
    try (NDManager scope = module.newScope()) {
      module.call("weigh_labels", true, new NDList(scope.create(weights)));
    }
  }

  /**
   * Adds the gradients of one batch.
   *
   * @param scale weight of the loss; 1 / rows of the whole step gives the mean of their losses
   * @param smoothing share of the target that is spread evenly over all labels
   * @return the sum of the rows' losses, in nats: cross entropy with the smoothed target, times the
   *     label's weight
   * @throws DeviceMemoryException if the batch does not fit into the device's memory
   */
  double accumulate(LabelledBatch batch, double scale, double smoothing) {
    try (NDManager scope = module.newScope()) {
      NDManager host = host(scope);
      NDList arguments = batch.arrays(scope);
      arguments.add(host.create((float) scale));
      arguments.add(host.create((float) smoothing));
      return module.call("accumulate", true, arguments).singletonOrThrow().getFloat();
    } catch (EngineException e) {
      if (DeviceMemoryException.isSaidBy(e)) {
        throw new DeviceMemoryException(
            ("%d pieces in %d windows do not fit into the device's memory in training; a higher"
                    + " --accumulation computes a batch in more parts, with the same update")
                .formatted(batch.pieces().pieces(), batch.pieces().sentences()),
            e);
      }
      throw e;
    }
  }

  /** Where numbers belong that the script takes as numbers: not on a GPU, to read them is slow. */
  private static NDManager host(NDManager scope) {
    return scope.getDevice().isGpu() ? scope.newSubManager(Device.cpu()) : scope;
  }

  /**
   * Clips the accumulated gradients, updates the weights and clears the gradients.
   *
   * @param rate learning rate
   * @param maxNorm largest global gradient norm
   * @param decay weight decay of matrices and embeddings; biases and LayerNorms have none
   * @return the global gradient norm before clipping
   */
  double update(double rate, double maxNorm, double decay) {
    try (NDManager scope = module.newScope()) {
      NDManager host = host(scope);
      NDList arguments =
          new NDList(
              host.create((float) rate), host.create((float) maxNorm), host.create((float) decay));
      return module.call("update", true, arguments).singletonOrThrow().getFloat();
    }
  }

  /** Returns the logits of the rows read, W x L, without dropout. */
  float[] logits(PieceBatch batch) {
    try (NDManager scope = module.newScope()) {
      return module.call("forward", false, batch.arrays(scope)).singletonOrThrow().toFloatArray();
    }
  }

  /** Returns a copy of the weights, by name. */
  Map<String, WeightTensor> weights() {
    return read("read_weights");
  }

  /** Returns a copy of weights and optimizer state. */
  NetworkState state() {
    float[] steps;
    try (NDManager scope = module.newScope()) {
      steps =
          module
              .call("read_steps", false, new NDList(scope.create(0f)))
              .singletonOrThrow()
              .toFloatArray();
    }
    return new NetworkState(
        weights(),
        read("read_first_moments"),
        read("read_second_moments"),
        WeightTensor.ofFloats(NetworkState.STEPS, steps, steps.length));
  }

  /**
   * Replaces weights and optimizer state.
   *
   * @param state of a network of the same sizes
   */
  void restore(NetworkState state) {
    try (NDManager scope = module.newScope()) {
      module.call(
          "restore",
          true,
          new NDList(
              scope.create(inOneRow(state.weights())),
              scope.create(inOneRow(state.firstMoments())),
              scope.create(inOneRow(state.secondMoments())),
              scope.create(state.steps().floats())));
    }
  }

  private float[] inOneRow(Map<String, WeightTensor> tensors) {
    int size = tensors.values().stream().mapToInt(WeightTensor::elements).sum();
    FloatBuffer row = FloatBuffer.allocate(size);
    config.parameterShapes(labels).keySet().forEach(name -> row.put(tensors.get(name).floats()));
    return row.array();
  }

  /** Returns a copy of the accumulated gradients, by name. */
  Map<String, WeightTensor> gradients() {
    return read("read_gradients");
  }

  @Override
  public void close() {
    module.close();
  }

  private Map<String, WeightTensor> read(String method) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    try (NDManager scope = module.newScope()) {
      NDList values = module.call(method, false, new NDList(scope.create(0f)));
      int next = 0;
      for (Map.Entry<String, List<Long>> parameter : config.parameterShapes(labels).entrySet()) {
        try (NDArray value = values.get(next++)) {
          long[] shape = parameter.getValue().stream().mapToLong(Long::longValue).toArray();
          tensors.put(
              parameter.getKey(),
              WeightTensor.ofFloats(parameter.getKey(), value.toFloatArray(), shape));
        }
      }
    }
    return tensors;
  }

  private static String source() {
    try (InputStream in = TrainingNetwork.class.getResourceAsStream("training.py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read training.py from the jar", e);
    }
  }
}
