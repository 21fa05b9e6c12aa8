package io.github.albertner.checkpoint;

import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights that have learned nothing, of an encoder or a head: matrices are drawn from a {@link
 * TruncatedNormal}, biases are zero, LayerNorm's weights one, the padding piece's embedding zero.
 */
final class InitialWeights {
  private InitialWeights() {}

  /**
   * Makes them.
   *
   * @param shapes by canonical name
   * @param config its initializer range is the standard deviation
   * @param seed the same seed gives the same weights, everywhere
   * @return in the order of the shapes
   */
  static Map<String, WeightTensor> of(
      Map<String, List<Long>> shapes, AlbertConfig config, long seed) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          int count = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
          long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
          float[] values = values(config, name, count, seed);
          weights.put(name, WeightTensor.ofFloats(name, values, sizes));
        });
    return weights;
  }

  private static float[] values(AlbertConfig config, String name, int count, long seed) {
    if (name.endsWith(".bias")) {
      return new float[count];
    }
    if (name.endsWith("LayerNorm.weight") || name.endsWith("layer_norm.weight")) {
      float[] ones = new float[count];
      Arrays.fill(ones, 1);
      return ones;
    }
    float[] values = TruncatedNormal.values(count, config.initializerRange(), seed, name);
    if (name.equals(AlbertConfig.WORD_EMBEDDINGS)) {
      int begin = config.padId() * config.embeddingSize();
      Arrays.fill(values, begin, begin + config.embeddingSize(), 0);
    }
    return values;
  }
}
