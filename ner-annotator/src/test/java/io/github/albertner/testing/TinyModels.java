package io.github.albertner.testing;

import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Small complete models with the project's vocabulary and random weights. What they find is
 * nonsense, but plenty, of all types and lengths, and always the same.
 */
public final class TinyModels {
  /** Long sentences go through several windows. */
  private static final int MAX_POSITIONS = 32;

  private static final String VOCABULARY =
      "ner-trainer/src/main/resources/io/github/albertner/checkpoint/vocabulary/english-cased";

  private static final String TOKENIZER_JSON = tokenizerJson();

  private TinyModels() {}

  /** Returns a model with BIO labels of PER, LOC and creative-work. */
  public static ModelPackage bio() {
    return of(LabelSet.bioOf(List.of("PER", "LOC", "creative-work")), 1);
  }

  /** Returns a model with BIOES labels of PER and LOC. */
  public static ModelPackage bioes() {
    return of(
        LabelSet.of(
            List.of("B-PER", "I-PER", "E-PER", "S-PER", "O", "B-LOC", "I-LOC", "E-LOC", "S-LOC")),
        2);
  }

  /** Returns a model with IOB1 labels of PER and LOC. */
  public static ModelPackage iob1() {
    return of(LabelSet.of(List.of("O", "I-PER", "I-LOC", "B-LOC")), 3);
  }

  /**
   * Returns a model.
   *
   * @param labels of the classifier
   * @param seed models of different seeds have different weights
   */
  public static ModelPackage of(LabelSet labels, long seed) {
    try {
      SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(TOKENIZER_JSON);
      AlbertConfig config =
          new AlbertConfig(
              tokenizer.vocabularySize(),
              8,
              16,
              2,
              1,
              1,
              2,
              32,
              Activation.GELU_NEW,
              1e-12,
              2,
              MAX_POSITIONS,
              0,
              0,
              0,
              tokenizer.padId(),
              tokenizer.classId(),
              tokenizer.separatorId(),
              0.02);
      return new ModelPackage(
          config,
          labels,
          TOKENIZER_JSON,
          weights(config, labels, new Random(seed)),
          ModelManifest.of("en", Instant.parse("2026-11-21T00:00:00Z")),
          "# Random weights, for tests\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a model of which the package says that it was trained with document context. */
  public static ModelPackage withContext(ModelPackage model, int contextPieces) {
    ModelManifest manifest = model.manifest();
    return new ModelPackage(
        model.config(),
        model.labels(),
        model.tokenizerJson(),
        model.weights(),
        new ModelManifest(
            manifest.formatVersion(),
            manifest.language(),
            manifest.created(),
            Map.of(ModelManifest.CONTEXT_PIECES, Integer.toString(contextPieces)),
            manifest.metrics(),
            manifest.provenance()),
        model.card());
  }

  private static Map<String, WeightTensor> weights(
      AlbertConfig config, LabelSet labels, Random random) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    config
        .parameterShapes(labels.size())
        .forEach(
            (name, shape) -> {
              int elements = Math.toIntExact(shape.stream().reduce(1L, (a, b) -> a * b));
              float[] values = new float[elements];
              boolean scale = name.matches(".*(LayerNorm|layer_norm).weight");
              double deviation = deviation(name);
              for (int i = 0; i < elements; i++) {
                values[i] = scale ? 1 : (float) (deviation * random.nextGaussian());
              }
              if (name.equals(AlbertConfig.CLASSIFIER_BIAS)) {
                values[labels.outside()] = 2; // some words in no entity
              }
              long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
              weights.put(name, WeightTensor.ofFloats(name, values, sizes));
            });
    return weights;
  }

  /** Chosen so that a word's own embedding outweighs its neighbours'. */
  private static double deviation(String name) {
    if (name.contains("word_embeddings") || name.equals(AlbertConfig.CLASSIFIER_WEIGHT)) {
      return 1;
    }
    return name.endsWith("bias") ? 0.1 : 0.25;
  }

  private static String tokenizerJson() {
    Path root = Path.of(System.getProperty("ner.root", ".."));
    Path file = root.resolve(VOCABULARY).resolve("spiece.model");
    try {
      return SubwordTokenizer.fromFile(file).json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
