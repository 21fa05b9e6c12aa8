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
  private static final String BIAS = PREFIX + "bias";

  /**
   * LayerNorm's weight where pretraining starts. Embeddings are short (0.2 at E 128), so with 1 the
   * scores of all pieces would lie within a few tenths for as long as it takes to lengthen them.
   */
  private static final float STARTING_NORM = 3;

  /** What pieces that do not occur are counted as. */
  private static final double NEVER = 0.5;

  private MaskedLanguageHead() {}

  /** Returns the parameters' shapes by name, in canonical order. */
  public static Map<String, List<Long>> shapes(AlbertConfig config) {
    long embedding = config.embeddingSize();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put(DENSE, List.of(embedding, (long) config.hiddenSize()));
    shapes.put(PREFIX + "dense.bias", List.of(embedding));
    shapes.put(NORM, List.of(embedding));
    shapes.put(PREFIX + "LayerNorm.bias", List.of(embedding));
    shapes.put(BIAS, List.of((long) config.vocabularySize()));
    return shapes;
  }

  /**
   * What pretraining changes in a head that has learned nothing: the bias makes it guess each piece
   * as often as it occurs (logarithms of shares, less their mean), and LayerNorm's weight is three.
   *
   * @param counts V occurrences
   * @return these two parameters
   */
  static List<WeightTensor> starting(AlbertConfig config, long[] counts) {
    double total = 0;
    for (long count : counts) {
      total += count + NEVER;
    }
    double[] logarithms = new double[counts.length];
    double mean = 0;
    for (int id = 0; id < counts.length; id++) {
      logarithms[id] = StrictMath.log((counts[id] + NEVER) / total);
      mean += logarithms[id] / counts.length;
    }
    float[] bias = new float[counts.length];
    for (int id = 0; id < counts.length; id++) {
      bias[id] = (float) (logarithms[id] - mean);
    }
    float[] norm = new float[config.embeddingSize()];
    Arrays.fill(norm, STARTING_NORM);
    return List.of(
        WeightTensor.ofFloats(BIAS, bias, bias.length),
        WeightTensor.ofFloats(NORM, norm, norm.length));
  }
}
