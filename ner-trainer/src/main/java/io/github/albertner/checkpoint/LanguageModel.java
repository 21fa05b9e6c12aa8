package io.github.albertner.checkpoint;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.modelpackage.HuggingFaceFiles;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.DataType;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An encoder with the head by which it guesses masked pieces: what pretraining starts from and what
 * it makes.
 *
 * @param config sizes of the network
 * @param tokenizerJson content of the tokenizer.json
 * @param casing how words are usually written, if there was a casing.txt; it is passed on only
 * @param weights the encoder's, then the masked-language head's, in canonical order, F32
 * @param origin where it comes from, for provenance
 */
public record LanguageModel(
    AlbertConfig config,
    String tokenizerJson,
    Optional<CasingTable> casing,
    Map<String, WeightTensor> weights,
    String origin) {
  /**
   * Checks the names and puts the weights in order.
   *
   * @throws IllegalArgumentException if they are not those that the sizes call for
   */
  public LanguageModel {
    Map<String, WeightTensor> ordered = new LinkedHashMap<>();
    Map<String, List<Long>> shapes = new LinkedHashMap<>(config.encoderShapes());
    shapes.putAll(MaskedLanguageHead.shapes(config));
    for (Map.Entry<String, List<Long>> parameter : shapes.entrySet()) {
      WeightTensor tensor = weights.get(parameter.getKey());
      if (tensor == null || !tensor.shape().equals(parameter.getValue())) {
        throw new IllegalArgumentException(
            "%s: expected a tensor %s of shape %s, found %s"
                .formatted(origin, parameter.getKey(), parameter.getValue(), tensor));
      }
      ordered.put(parameter.getKey(), tensor.toF32());
    }
    weights = Collections.unmodifiableMap(ordered);
  }

  /**
   * What pretraining starts from.
   *
   * @param model the language model
   * @param headIsFresh whether its head has learned nothing
   */
  public record Start(LanguageModel model, boolean headIsFresh) {}

  /**
   * Reads a Hugging Face folder, or makes random weights.
   *
   * @param from a head that its folder lacks is made fresh
   * @param seed of random weights
   * @throws InvalidModelException if there is no such base model, or it cannot be used
   * @throws IOException if it cannot be read
   */
  public static Start start(StartingPoint from, long seed) throws IOException {
    Checkpoint base = from.read(seed);
    String name = from.baseModel();
    Map<String, WeightTensor> weights = new LinkedHashMap<>(base.weights());
    Map<String, WeightTensor> head =
        BaseModels.isRandom(name) ? Map.of() : storedHead(Path.of(name), base.config());
    weights.putAll(
        head.isEmpty()
            ? InitialWeights.of(MaskedLanguageHead.shapes(base.config()), base.config(), seed)
            : head);
    LanguageModel model =
        new LanguageModel(
            base.config(), base.tokenizerJson(), base.casing(), weights, base.origin());
    return new Start(model, head.isEmpty());
  }

  /** The masked-language head that a folder has; empty if it has none. */
  private static Map<String, WeightTensor> storedHead(Path folder, AlbertConfig config)
      throws IOException {
    WeightFiles.Weights files = WeightFiles.read(folder);
    Map<String, WeightTensor> head = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    MaskedLanguageHead.shapes(config)
        .forEach(
            (name, shape) -> {
              WeightTensor tensor = files.tensors().get(name);
              if (tensor == null || !tensor.shape().equals(shape)) {
                missing.add("%s %s (found %s)".formatted(name, shape, tensor));
              } else {
                head.put(name, tensor);
              }
            });
    if (!head.isEmpty() && !missing.isEmpty()) {
      throw new InvalidModelException(
          "%s: part of a masked-language head; missing: %s"
              .formatted(files.file(), String.join(", ", missing)));
    }
    return head;
  }

  /** Returns the number of pieces that it can guess. */
  public int vocabularySize() {
    return config.vocabularySize();
  }

  /** Returns the number of parameters, those of the head included. */
  public long parameters() {
    return weights.values().stream().mapToLong(WeightTensor::elements).sum();
  }

  /** Returns the SHA-256 of sizes, tokenizer and weights. */
  public String digest() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    digest.update(config.toJson().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(tokenizerJson.getBytes(StandardCharsets.UTF_8));
    weights.values().forEach(tensor -> digest.update(tensor.data()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the same model with other weights. */
  public LanguageModel withWeights(Map<String, WeightTensor> other) {
    return new LanguageModel(config, tokenizerJson, casing, other, origin);
  }

  /**
   * Returns the same model with its head as pretraining starts with one that has learned nothing:
   * it guesses each piece as often as it occurs.
   *
   * @param counts V occurrences
   */
  public LanguageModel withStartingHead(long[] counts) {
    Map<String, WeightTensor> changed = new LinkedHashMap<>(weights);
    for (WeightTensor tensor : MaskedLanguageHead.starting(config, counts)) {
      changed.put(tensor.name(), tensor);
    }
    return withWeights(changed);
  }

  /** Returns the same model with another number of layers, which share their parameters. */
  public LanguageModel withLayers(int layers) {
    return new LanguageModel(config.withLayers(layers), tokenizerJson, casing, weights, origin);
  }

  /**
   * Writes a folder that {@link BaseModels#resolve} reads and that transformers loads as {@code
   * AlbertForMaskedLM}; whole or not at all. The decoder's matrix is left out: it is that of the
   * word embeddings.
   *
   * @param folder the target, in an existing folder
   * @param card the README.md
   * @param storage type of the weights in the folder, F32 or F16
   * @param overwrite whether files in an existing folder may be replaced; others there are kept
   * @throws IllegalArgumentException if the storage is another type
   * @throws IOException if it cannot be written; what was there before is then unchanged
   */
  public void write(Path folder, String card, DataType storage, boolean overwrite)
      throws IOException {
    if (storage != DataType.F32 && storage != DataType.F16) {
      throw new IllegalArgumentException("storage is " + storage + "; expected F32 or F16");
    }
    Map<String, WeightTensor> stored = new LinkedHashMap<>(weights);
    if (storage == DataType.F16) {
      stored.replaceAll((name, tensor) -> tensor.toF16());
    }
    StagedFolder.write(
        folder,
        overwrite,
        HuggingFaceFiles.ofLanguageModel(
            "AlbertForMaskedLM", config, tokenizerJson, casing, stored, storage, card));
  }
}
