package io.github.albertner.checkpoint;

import io.github.albertner.network.AlbertConfig;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.weights.WeightTensor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Encoders with random weights, to be trained from nothing.
 *
 * <p>Weights are truncated normal with deviation 0.02, biases zero, LayerNorm one and zero, and the
 * padding piece's embedding zero. GELU by its tanh approximation, one group of one layer, 512
 * positions, two token types.
 */
public enum RandomCheckpoint {
  /** E 64, H 128, 2 layers, 2 heads, F 512; dropout 0.1. For tests and trials. */
  TINY(64, 128, 2, 2, 512, 0.1),
  /** E 128, H 256, 4 layers, 4 heads, F 1024; dropout 0.1. Trains on a CPU in minutes. */
  SMALL(128, 256, 4, 4, 1024, 0.1),
  /** The sizes of ALBERT base v2: E 128, H 768, 12 layers, 12 heads, F 3072; no dropout. */
  BASE(128, 768, 12, 12, 3072, 0);

  private static final String OWN_VOCABULARY = "vocabulary/english-cased/";
  private static final List<String> OWN_VOCABULARY_FILES =
      List.of("spiece.model", "tokenizer_config.json");

  private final int embeddingSize;
  private final int hiddenSize;
  private final int layers;
  private final int heads;
  private final int intermediateSize;
  private final double dropout;

  RandomCheckpoint(
      int embeddingSize,
      int hiddenSize,
      int layers,
      int heads,
      int intermediateSize,
      double dropout) {
    this.embeddingSize = embeddingSize;
    this.hiddenSize = hiddenSize;
    this.layers = layers;
    this.heads = heads;
    this.intermediateSize = intermediateSize;
    this.dropout = dropout;
  }

  /** The name as the user gives it: tiny, small or base. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  RandomSizes sizes() {
    return new RandomSizes(
        label(), embeddingSize, hiddenSize, layers, heads, intermediateSize, dropout, false);
  }

  static Optional<RandomCheckpoint> named(String label) {
    return Arrays.stream(values()).filter(size -> size.label().equals(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(RandomCheckpoint::label).collect(Collectors.joining(", "));
  }

  /**
   * Makes an encoder over the project's own vocabulary: English, cased.
   *
   * @param seed the same seed gives the same weights, everywhere
   * @return a checkpoint without a classifier
   * @throws IOException if the vocabulary cannot be unpacked
   */
  public Checkpoint create(long seed) throws IOException {
    return create(sizes(), seed);
  }

  /** Makes an encoder of any sizes over the project's own vocabulary. */
  static Checkpoint create(RandomSizes sizes, long seed) throws IOException {
    Path folder = Files.createTempDirectory("vocabulary");
    try {
      for (String name : OWN_VOCABULARY_FILES) {
        try (InputStream in = RandomCheckpoint.class.getResourceAsStream(OWN_VOCABULARY + name)) {
          if (in == null) {
            throw new FileNotFoundException("no resource " + OWN_VOCABULARY + name);
          }
          Files.copy(in, folder.resolve(name));
        }
      }
      return create(sizes, seed, folder.resolve(OWN_VOCABULARY_FILES.get(0)));
    } finally {
      for (String name : OWN_VOCABULARY_FILES) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  /**
   * Makes an encoder over a vocabulary.
   *
   * @param seed the same seed gives the same weights, everywhere
   * @param vocabulary a spiece.model (with a tokenizer_config.json beside it), a tokenizer.json, or
   *     a folder with one of them
   * @return a checkpoint without a classifier
   * @throws IOException if the vocabulary cannot be read
   */
  public Checkpoint create(long seed, Path vocabulary) throws IOException {
    return create(sizes(), seed, vocabulary);
  }

  /** Makes an encoder of any sizes over a vocabulary. */
  static Checkpoint create(RandomSizes sizes, long seed, Path vocabulary) throws IOException {
    SubwordTokenizer tokenizer = SubwordTokenizer.fromFile(vocabulary);
    AlbertConfig config = sizes.config(tokenizer);
    return new Checkpoint(
        config,
        Optional.empty(),
        tokenizer.json(),
        CasingFile.beside(vocabulary),
        weights(sizes, config, seed),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        BaseModels.RANDOM + sizes.label() + ", seed " + seed);
  }

  private static Map<String, WeightTensor> weights(
      RandomSizes sizes, AlbertConfig config, long seed) {
    Map<String, WeightTensor> weights = InitialWeights.of(config.encoderShapes(), config, seed);
    if (sizes.neighbours()) {
      NeighbourAttention.into(weights, config, seed);
    }
    return weights;
  }
}
