package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourAttentionTest {
  private static final Path VOCABULARY = Fixtures.file("albert-zip/tokenizer.json");
  private static final String ENCODER = "albert.encoder.";
  private static final String LAYER = ENCODER + "albert_layer_groups.0.albert_layers.0.attention.";

  /**
   * The first layer's attention, worked out from the weights as the paper has it, of pieces without
   * embeddings: those of words add noise.
   */
  @ParameterizedTest
  @CsvSource({"random:small, 4", "random:tiny, 2", "'random:small,heads=8', 8", "random:base, 12"})
  void eachHeadLooksAtItsNeighbour(String model, int heads) throws IOException {
    Checkpoint checkpoint = neighbours(model, 7);
    AlbertConfig config = checkpoint.config();
    Map<String, WeightTensor> weights = checkpoint.weights();
    int length = 24;
    double[][] hidden = new double[length][];
    for (int i = 0; i < length; i++) {
      hidden[i] = hidden(weights, config, i);
    }
    int size = config.hiddenSize() / heads;
    for (int head = 0; head < heads; head++) {
      int distance = head % 2 == 0 ? -(head / 2 + 1) : head / 2 + 1;
      for (int i = 0; i < length; i++) {
        if (i + distance < 0 || i + distance >= length) {
          continue;
        }
        double[] query = rows(weights.get(LAYER + "query.weight"), head * size, size, hidden[i]);
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < length; j++) {
          double[] key = rows(weights.get(LAYER + "key.weight"), head * size, size, hidden[j]);
          double logit = 0;
          for (int d = 0; d < size; d++) {
            logit += query[d] * key[d];
          }
          if (logit > highest) {
            highest = logit;
            best = j;
          }
        }
        assertEquals(i + distance, best, model + ", head " + head + " at " + i);
      }
    }
  }

  @Test
  void lengthsAndAnglesAreKeptByTheMapping() throws IOException {
    Checkpoint checkpoint = neighbours("random:small", 3);
    float[] mapping =
        checkpoint.weights().get(ENCODER + "embedding_hidden_mapping_in.weight").floats();
    for (int a : new int[] {0, 1, 127}) {
      for (int b : new int[] {0, 64, 127}) {
        double product = 0;
        for (int row = 0; row < 256; row++) {
          product += mapping[row * 128 + a] * mapping[row * 128 + b];
        }
        assertEquals(a == b ? 1 : 0, product, 1e-6);
      }
    }
  }

  @Test
  void allElseIsAsWithoutAndTheSeedDecides() throws IOException {
    Checkpoint with = neighbours("random:tiny", 5);
    Checkpoint without = BaseModels.resolve("random:tiny", Optional.of(VOCABULARY), 5);
    String value = LAYER + "value.weight";
    assertArrayEquals(
        without.weights().get(value).floats(), with.weights().get(value).floats(), 0f);
    assertEquals(with.weights(), neighbours("random:tiny", 5).weights());
    String mapping = ENCODER + "embedding_hidden_mapping_in.weight";
    assertTrue(
        with.weights().get(mapping).floats()[0]
            != neighbours("random:tiny", 6).weights().get(mapping).floats()[0]);
    assertEquals(
        without.weights(),
        BaseModels.resolve("random:tiny,attention=random", Optional.of(VOCABULARY), 5).weights());
  }

  @ParameterizedTest
  @CsvSource({
    "'random:tiny,attention=neighbors', 'attention=\"neighbors\" (did you mean neighbours?); expected one"
        + " of random, neighbours'",
    "'random:tiny,attention', 'attention=\"\"; expected one of random, neighbours'",
    "'random:tiny,embedding=7,attention=neighbours', 'attention=neighbours with an embedding size of 7;"
        + " it needs at least 8'",
    "'random:tiny,hidden=32,attention=neighbours', 'attention=neighbours with a hidden size of 32, which"
        + " is less than the embedding size, 64'",
  })
  void whatCannotBeIsExplained(String name, String found) {
    InvalidModelException e =
        assertThrows(
            InvalidModelException.class, () -> BaseModels.resolve(name, Optional.empty(), 1));
    assertTrue(e.getMessage().endsWith("; found " + found), e.getMessage());
  }

  @Test
  void startingHeadGuessesByFrequency() throws IOException {
    AlbertConfig config = neighbours("random:tiny", 1).config();
    long[] counts = {0, 10, 0, 0, 0, 1000, 50, 0, 0, 0, 1};
    float[] bias = MaskedLanguageHead.starting(config, counts).get(0).floats();
    assertEquals(Math.log(1000.5 / 10.5), bias[5] - bias[1], 1e-5);
    assertEquals(Math.log(50.5 / 0.5), bias[6] - bias[0], 1e-5);
    double sum = 0;
    for (float value : bias) {
      sum += value;
    }
    assertEquals(0, sum, 1e-5);
  }

  private static Checkpoint neighbours(String model, long seed) throws IOException {
    return BaseModels.resolve(model + ",attention=neighbours", Optional.of(VOCABULARY), seed);
  }

  /** Embeddings of a position, normalised, through the mapping: H values. */
  private static double[] hidden(
      Map<String, WeightTensor> weights, AlbertConfig config, int position) {
    int width = config.embeddingSize();
    float[] positions = weights.get("albert.embeddings.position_embeddings.weight").floats();
    double[] sum = new double[width];
    double mean = 0;
    for (int e = 0; e < width; e++) {
      sum[e] = positions[position * width + e];
      mean += sum[e] / width;
    }
    double variance = 0;
    for (int e = 0; e < width; e++) {
      sum[e] -= mean;
      variance += sum[e] * sum[e] / width;
    }
    for (int e = 0; e < width; e++) {
      sum[e] /= Math.sqrt(variance);
    }
    return rows(
        weights.get(ENCODER + "embedding_hidden_mapping_in.weight"), 0, config.hiddenSize(), sum);
  }

  /** Products of some rows of a matrix with a vector. */
  private static double[] rows(WeightTensor matrix, int first, int count, double[] vector) {
    float[] values = matrix.floats();
    double[] products = new double[count];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < vector.length; column++) {
        products[row] += values[(first + row) * vector.length + column] * vector[column];
      }
    }
    return products;
  }
}
