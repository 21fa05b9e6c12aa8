package io.github.albertner.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.albertner.weights.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@linkplain ActivationRange activation ranges} of networks. */
public final class ActivationRanges {
  private static final int SITES_PER_LAYER = 4;

  private ActivationRanges() {}

  /** Returns the number of ranges of a network. */
  public static int count(AlbertConfig config) {
    return 1 + SITES_PER_LAYER * config.layers() * config.innerLayers();
  }

  /**
   * Measures the ranges of a network in f32 on the processor.
   *
   * @param weights those named by {@link AlbertConfig#parameterShapes}, of real numbers; copied
   * @param batches of text like what the network will be used on, at least one
   * @param threads processor threads to use
   * @return {@link #count} ranges
   */
  public static List<ActivationRange> measure(
      AlbertConfig config,
      int labels,
      Map<String, WeightTensor> weights,
      List<PieceBatch> batches,
      int threads) {
    if (batches.isEmpty()) {
      throw new IllegalArgumentException("expected a batch to measure, found none");
    }
    float[] ranges = new float[2 * count(config)];
    try (ScriptModule module =
        ScriptModule.load(
            AlbertProgram.measuring(config, labels), weights, false, Device.cpu(), threads)) {
      for (PieceBatch batch : batches) {
        try (NDManager scope = module.newScope()) {
          NDList arrays = batch.arrays(scope);
          NDList arguments = new NDList(arrays.get(0), arrays.get(1));
          widen(ranges, module.call("measure", false, arguments).singletonOrThrow().toFloatArray());
        }
      }
    }
    List<ActivationRange> measured = new ArrayList<>();
    for (int i = 0; i < ranges.length; i += 2) {
      // A layer that only ever sees zeros needs a range all the same.
      float greatest = ranges[i] == ranges[i + 1] ? 1 : ranges[i + 1];
      measured.add(new ActivationRange(ranges[i], greatest));
    }
    return measured;
  }

  private static void widen(float[] ranges, float[] measured) {
    for (int i = 0; i < ranges.length; i += 2) {
      ranges[i] = Math.min(ranges[i], measured[i]);
      ranges[i + 1] = Math.max(ranges[i + 1], measured[i + 1]);
    }
  }

  /** The ranges as S x 2. */
  static NDArray array(NDManager scope, AlbertConfig config, List<ActivationRange> ranges) {
    if (ranges.isEmpty()) {
      throw new UnsupportedPrecisionException(
          "precision int8 needs the model's activation ranges, which this package lacks; `ner"
              + " package calibrate` measures and adds them");
    }
    if (ranges.size() != count(config)) {
      throw new UnsupportedPrecisionException(
          "precision int8 needs %s activation ranges for this network, found %s"
              .formatted(count(config), ranges.size()));
    }
    float[] values = new float[2 * ranges.size()];
    for (int i = 0; i < ranges.size(); i++) {
      values[2 * i] = ranges.get(i).least();
      values[2 * i + 1] = ranges.get(i).greatest();
    }
    return scope.create(values, new Shape(ranges.size(), 2));
  }
}
