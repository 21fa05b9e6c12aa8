package io.github.albertner.optimize;

import ai.djl.Device;
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
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A network with its gradients and AdamW state (Loshchilov and Hutter, arXiv:1711.05101).
 *
 * <p>One optimizer step is one {@link #accumulate} for each batch it learns from, then one {@link
 * #update}. Master weights, gradients and state are f32 whatever the precision of the products. Not
 * thread-safe; one at a time per process, as dropout draws from libtorch's one generator.
 */
public final class LearningNetwork implements AutoCloseable {
  private static final List<String> STATE =
      List.of("gradients", "first_moments", "second_moments", "steps");
  private static final String TENSORS = "List[Tensor]";

  private final Map<String, List<Long>> shapes;
  private final ScriptModule module;
  private final HalvedLoss halving = new HalvedLoss();

  private LearningNetwork(Map<String, List<Long>> shapes, ScriptModule module) {
    this.shapes = shapes;
    this.module = module;
  }

  /**
   * Starts from weights.
   *
   * @param weights those of {@link AlbertConfig#encoderShapes} and of the head, in F32; copied
   * @param threads that a step may use on a CPU
   */
  public static LearningNetwork start(
      AlbertConfig config,
      Head head,
      Map<String, WeightTensor> weights,
      Precision precision,
      Device device,
      int threads) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>(config.encoderShapes());
    shapes.putAll(head.shapes());
    AlbertProgram program =
        AlbertProgram.differentiable(config, shapes.keySet(), precision, device);
    STATE.forEach(name -> program.withState(name, TENSORS));
    program.withState("frozen", "List[bool]");
    head.state().forEach(program::withState);
    program.withMethods(Head.script(LearningNetwork.class, "training.torchscript"));
    if (head.classifying()) {
      program.withClassifier();
    }
    program.withMethods(head.script());
    ScriptModule module = ScriptModule.load(program, weights, true, device, threads);
    LearningNetwork network = new LearningNetwork(shapes, module);
    try (NDManager scope = module.newScope()) {
      module.call("begin", true, new NDList(scope.create(0f)));
    }
    return network;
  }

  /** Makes what dropout draws from here on depend on a seed alone. */
  public void seedDropout(int seed) {
    ScriptModule.seed(seed);
  }

  /**
   * From now on only the other weights learn: what is frozen takes no gradient, no decay and no
   * part in the gradient norm, and its AdamW state stays.
   *
   * @param isFrozen of a parameter's name; replaces what was frozen before
   */
  public void freeze(Predicate<String> isFrozen) {
    float[] frozen = new float[shapes.size()];
    int next = 0;
    for (String name : shapes.keySet()) {
      frozen[next++] = isFrozen.test(name) ? 1 : 0;
    }
    set("freeze", frozen);
  }

  /**
   * Calls a method that keeps numbers.
   *
   * @param method of the head, with one argument
   */
  public void set(String method, float... values) {
    try (NDManager scope = module.newScope()) {
      module.call(method, true, new NDList(host(scope).create(values)));
    }
  }

  /**
   * Adds the gradients of one batch; of one that does not fit into the device's memory, those of
   * its halves, which are the same but for what dropout draws.
   *
   * @param targets of the rows read, W
   * @param scale weight of the loss; 1 / rows of the whole step gives the mean of their losses
   * @return the sum of the rows' losses, in nats
   * @throws DeviceMemoryException if one window alone does not fit into the device's memory
   */
  public double accumulate(PieceBatch batch, long[] targets, double scale) {
    return halving.accumulate(batch, targets, (part, own) -> accumulatePart(part, own, scale));
  }

  /** Either adds all gradients of a batch or fails before it adds any. */
  private double accumulatePart(PieceBatch batch, long[] targets, double scale) {
    try (NDManager scope = module.newScope()) {
      NDManager host = host(scope);
      NDList arguments = batch.arrays(scope);
      arguments.add(scope.create(targets));
      arguments.add(host.create((float) scale));
      return module.call("accumulate", true, arguments).singletonOrThrow().getFloat();
    }
  }

  /**
   * Clips the accumulated gradients, updates the weights and clears the gradients.
   *
   * @param rate learning rate
   * @param maxNorm largest global gradient norm
   * @param decay weight decay of matrices and embeddings; biases and LayerNorms have none
   * @return the global gradient norm before clipping
   */
  public double update(double rate, double maxNorm, double decay) {
    try (NDManager scope = module.newScope()) {
      NDManager host = host(scope);
      NDList arguments =
          new NDList(
              host.create((float) rate), host.create((float) maxNorm), host.create((float) decay));
      return module.call("update", true, arguments).singletonOrThrow().getFloat();
    }
  }

  /**
   * Calls a method of the head that computes something of a batch, without gradients.
   *
   * @param method takes pieces, lengths, rows read, and the targets if there are some
   * @param targets of the rows read, W; or none
   * @return the values of its one result
   */
  public float[] compute(String method, PieceBatch batch, long... targets) {
    try (NDManager scope = module.newScope()) {
      NDList arguments = batch.arrays(scope);
      if (targets.length > 0) {
        arguments.add(scope.create(targets));
      }
      return module.call(method, false, arguments).singletonOrThrow().toFloatArray();
    }
  }

  /** Returns a copy of the weights, by name. */
  public Map<String, WeightTensor> weights() {
    return read("read_weights");
  }

  /** Returns a copy of weights and optimizer state. */
  public NetworkState state() {
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
  public void restore(NetworkState state) {
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
    shapes.keySet().forEach(name -> row.put(tensors.get(name).floats()));
    return row.array();
  }

  /** Returns a copy of the accumulated gradients, by name. */
  public Map<String, WeightTensor> gradients() {
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
      for (Map.Entry<String, List<Long>> parameter : shapes.entrySet()) {
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

  /** Where numbers belong that the script takes as numbers: not on a GPU, to read them is slow. */
  private static NDManager host(NDManager scope) {
    return scope.getDevice().isGpu() ? scope.newSubManager(Device.cpu()) : scope;
  }
}
