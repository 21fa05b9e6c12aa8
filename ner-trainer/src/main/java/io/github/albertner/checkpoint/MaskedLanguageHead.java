package io.github.albertner.checkpoint;

import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of the head by which ALBERT guesses masked pieces, by the names of Hugging Face's
 * {@code AlbertForMaskedLM}. E embedding, H hidden, V pieces. Its decoder's matrix, V x E, is that
 * of the word embeddings and no parameter of its own.
 */
public final class MaskedLanguageHead {
  /** Prefix of all its parameters. */
  static final String PREFIX = "predictions.";

  private static final String DENSE = PREFIX + "dense.weight";
  private static final String NORM = PREFIX + "LayerNorm.weight";

  private MaskedLanguageHead() {}

  /** Returns the parameters' shapes by name, in canonical order. */
  public static Map<String, List<Long>> shapes(AlbertConfig config) {
    long embedding = config.embeddingSize();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put(DENSE, List.of(embedding, (long) config.hiddenSize()));
    shapes.put(PREFIX + "dense.bias", List.of(embedding));
    shapes.put(NORM, List.of(embedding));
    shapes.put(PREFIX + "LayerNorm.bias", List.of(embedding));
    shapes.put(PREFIX + "bias", List.of((long) config.vocabularySize()));
    return shapes;
  }

  /**
   * A head that has learned nothing: a truncated normal matrix, LayerNorm one and zero, biases
   * zero.
   *
   * @param seed the same seed gives the same weights, everywhere
   */
  static Map<String, WeightTensor> fresh(AlbertConfig config, long seed) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    shapes(config)
        .forEach(
            (name, shape) -> {
              int count = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
              float[] values = new float[count];
              if (name.equals(DENSE)) {
                values = TruncatedNormal.values(count, config.initializerRange(), seed, name);
              } else if (name.equals(NORM)) {
                Arrays.fill(values, 1);
              }
              long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
              weights.put(name, WeightTensor.ofFloats(name, values, sizes));
            });
    return weights;
  }
}
