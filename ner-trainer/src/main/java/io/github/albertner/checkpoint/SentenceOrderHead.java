package io.github.albertner.checkpoint;

import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters by which ALBERT tells whether two segments are swapped, by the names of Hugging
 * Face's {@code AlbertForPreTraining}: the pooler, H x H, over the hidden state of [CLS], and a
 * linear layer with two classes, in order and swapped.
 */
public final class SentenceOrderHead {
  private static final String POOLER = AlbertConfig.PREFIX + "pooler.";
  private static final String CLASSIFIER = "sop_classifier.classifier.";
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";

  private SentenceOrderHead() {}

  /** Returns the parameters' shapes by name, in canonical order. */
  public static Map<String, List<Long>> shapes(AlbertConfig config) {
    long hidden = config.hiddenSize();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put(POOLER + WEIGHT, List.of(hidden, hidden));
    shapes.put(POOLER + BIAS, List.of(hidden));
    shapes.put(CLASSIFIER + WEIGHT, List.of(2L, hidden));
    shapes.put(CLASSIFIER + BIAS, List.of(2L));
    return shapes;
  }

  /**
   * A head that has learned nothing: truncated normal matrices, biases zero.
   *
   * @param seed the same seed gives the same weights, everywhere
   */
  static Map<String, WeightTensor> fresh(AlbertConfig config, long seed) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    shapes(config)
        .forEach(
            (name, shape) -> {
              int count = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
              float[] values =
                  name.endsWith(WEIGHT)
                      ? TruncatedNormal.values(count, config.initializerRange(), seed, name)
                      : new float[count];
              long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
              weights.put(name, WeightTensor.ofFloats(name, values, sizes));
            });
    return weights;
  }
}
