package io.github.albertner.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.albertner.weights.WeightTensor;
import java.util.List;
import java.util.Map;

/**
 * ALBERT with a tagger head, ready to run: what Hugging Face's {@code AlbertForTokenClassification}
 * computes, without dropout. Thread-safe.
 */
public final class TaggerNetwork implements AutoCloseable {
  /**
   * The hidden states of the pieces that should go through one thread of a processor at once, in
   * bytes: with what is computed from them they stay in its caches, and more are no faster.
   */
  private static final int HIDDEN_BYTES = 288 * 1024;

  private final ScriptModule module;
  private final AlbertConfig config;
  private final int labels;
  private final Precision precision;
  private final Device device;
  private final int threads;

  private TaggerNetwork(
      ScriptModule module,
      AlbertConfig config,
      int labels,
      Precision precision,
      Device device,
      int threads) {
    this.module = module;
    this.config = config;
    this.labels = labels;
    this.precision = precision;
    this.device = device;
    this.threads = threads;
  }

  /** As the other, for precisions that need no activation ranges. */
  public static TaggerNetwork load(
      AlbertConfig config,
      int labels,
      Map<String, WeightTensor> weights,
      Precision precision,
      Device device,
      int threads) {
    return load(config, labels, weights, precision, List.of(), device, threads);
  }

  /**
   * Compiles the network and prepares its weights for the device and precision.
   *
   * @param weights those named by {@link AlbertConfig#parameterShapes}, of real numbers; copied
   * @param ranges for INT8 those of {@link ActivationRanges#measure}; others ignore them
   * @param threads that one call may use on a CPU
   * @throws UnsupportedPrecisionException if the device does not compute in the precision, or INT8
   *     lacks the ranges
   */
  public static TaggerNetwork load(
      AlbertConfig config,
      int labels,
      Map<String, WeightTensor> weights,
      Precision precision,
      List<ActivationRange> ranges,
      Device device,
      int threads) {
    Precision on = precision.on(device);
    AlbertProgram program =
        AlbertProgram.inference(
            config, labels, on, kernelFor(on, device), Precision.AUTO.on(device));
    ScriptModule module = ScriptModule.load(program, weights, false, device, threads);
    try (NDManager scope = module.newScope()) {
      NDArray prepared =
          on == Precision.INT8 ? ActivationRanges.array(scope, config, ranges) : scope.create(0f);
      module.call("prepare", false, new NDList(prepared));
    } catch (RuntimeException | Error e) {
      module.close();
      throw e;
    }
    // Weights went through libtorch in several forms, of which one is left.
    NativeHeap.trim();
    return new TaggerNetwork(module, config, labels, on, device, threads);
  }

  /**
   * Runs one batch.
   *
   * @return the logits of the rows read, W x L, row by row
   */
  public float[] logits(PieceBatch batch) {
    return logits(batch, threads);
  }

  /**
   * Runs one batch.
   *
   * @param threads processor threads to use, where it runs on the processor
   * @return the logits of the rows read, W x L, row by row
   * @throws UnsupportedPrecisionException if a number on the way was too large for F16
   */
  public float[] logits(PieceBatch batch, int threads) {
    if (batch.rows() == 0) {
      return new float[0];
    }
    try (NDManager scope = module.newScope()) {
      NDList result = module.call("forward", false, batch.arrays(scope), threads);
      float[] logits = result.singletonOrThrow().toFloatArray();
      if (precision == Precision.F16) {
        checkFinite(logits);
      }
      return logits;
    }
  }

  private static void checkFinite(float[] logits) {
    for (float logit : logits) {
      if (!Float.isFinite(logit)) {
        throw new UnsupportedPrecisionException(
            "numbers of this network are too large for precision f16 (its greatest is 65504); use"
                + " bf16 or f32");
      }
    }
  }

  /**
   * Returns the most pieces that should go through at once: of a processor through one thread, on a
   * GPU, padding included, what the memory holds that is free now.
   */
  public int suitablePieces() {
    if (!device.isGpu()) {
      int bytes = precision == Precision.F32 ? Float.BYTES : Short.BYTES;
      return Math.max(1, HIDDEN_BYTES / (config.hiddenSize() * bytes));
    }
    return ActivationMemory.pieces(config, precision, Gpus.freeBytes(device));
  }

  /** Returns L, the number of labels. */
  public int labels() {
    return labels;
  }

  /**
   * What the network computes on the way, for comparison with other implementations: embeddings
   * after LayerNorm (rows x E), hidden states before the first and after every layer (rows x H),
   * logits (rows x L).
   *
   * @param pieces ids of all sentences, one after the other, either unpadded or each padded to the
   *     same length
   * @param lengths of the sentences without padding
   */
  List<float[]> activations(long[] pieces, long[] lengths) {
    try (NDManager scope = module.newScope()) {
      NDList states =
          module.call(
              "activations", false, new NDList(scope.create(pieces), scope.create(lengths)));
      return states.stream()
          .map(state -> state.toType(ai.djl.ndarray.types.DataType.FLOAT32, false))
          .map(NDArray::toFloatArray)
          .toList();
    }
  }

  /** Frees the weights. No call may be running or follow. */
  @Override
  public void close() {
    module.close();
  }

  private static AlbertProgram.Kernel kernelFor(Precision precision, Device device) {
    if (!device.isGpu() && !precision.isOfProcessor()) {
      throw new UnsupportedPrecisionException(
          precision == Precision.F16
              ? "precision f16 is for GPUs; on a processor use auto, f32, bf16 or int8"
              : "precision int8 is for x86 processors; here use auto, f32 or bf16");
    }
    if (precision == Precision.INT8) {
      if (device.isGpu()) {
        throw new UnsupportedPrecisionException(
            "precision int8 is for processors; on a GPU use auto, f16, bf16 or f32");
      }
      return AlbertProgram.Kernel.INT8;
    }
    return Processor.current().x86() && !device.isGpu()
        ? AlbertProgram.Kernel.ONEDNN
        : AlbertProgram.Kernel.PLAIN;
  }
}
