package io.github.albertner.checkpoint;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.modelpackage.ParameterCheck;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Weights to start from, with the tokenizer and sizes that belong to them.
 *
 * @param config sizes of the network
 * @param labels of the classifier, or empty when there is none
 * @param tokenizerJson content of the tokenizer.json
 * @param casing how words are usually written, if there was a casing.txt
 * @param weights by canonical name: the encoder's, and the classifier's where there are labels; as
 *     stored, so call {@link WeightTensor#toF32()} before computing
 * @param manifest of the package this was once exported from, if it was
 * @param card the README.md beside the weights, if there was one
 * @param unusedHead why the classifier that was there cannot tag names, if there was such a one;
 *     then there are no labels
 * @param origin where it comes from, for provenance
 */
public record Checkpoint(
    AlbertConfig config,
    Optional<LabelSet> labels,
    String tokenizerJson,
    Optional<CasingTable> casing,
    Map<String, WeightTensor> weights,
    Optional<ModelManifest> manifest,
    Optional<String> card,
    Optional<String> unusedHead,
    String origin) {

  /**
   * Checks that the weights are those the sizes call for, and puts them into canonical order.
   *
   * @throws IllegalArgumentException if they are not; the message lists all that differs
   */
  public Checkpoint {
    int rows = labels.map(LabelSet::size).orElse(0);
    Optional<String> mismatch = ParameterCheck.mismatch(config, rows, weights);
    if (mismatch.isPresent()) {
      throw new IllegalArgumentException(origin + ": " + mismatch.get());
    }
    weights = Collections.unmodifiableMap(ParameterCheck.ordered(config, rows, weights));
  }

  /** A checkpoint without a casing table, and without a classifier that cannot tag. */
  public Checkpoint(
      AlbertConfig config,
      Optional<LabelSet> labels,
      String tokenizerJson,
      Map<String, WeightTensor> weights,
      Optional<ModelManifest> manifest,
      Optional<String> card,
      String origin) {
    this(
        config,
        labels,
        tokenizerJson,
        Optional.empty(),
        weights,
        manifest,
        card,
        Optional.empty(),
        origin);
  }

  /**
   * The same encoder with a new classifier: random weight, zero bias.
   *
   * @param newLabels what it is to tell apart
   * @param seed the same seed gives the same weight
   * @return a checkpoint with labels and without manifest and card, which told of another model
   */
  public Checkpoint withNewHead(LabelSet newLabels, long seed) {
    Map<String, WeightTensor> all = new LinkedHashMap<>();
    config.encoderShapes().keySet().forEach(name -> all.put(name, weights.get(name)));
    int rows = newLabels.size();
    long width = config.hiddenSize();
    String weight = AlbertConfig.CLASSIFIER_WEIGHT;
    String bias = AlbertConfig.CLASSIFIER_BIAS;
    float[] values =
        TruncatedNormal.values(
            Math.toIntExact(rows * width), config.initializerRange(), seed, weight);
    all.put(weight, WeightTensor.ofFloats(weight, values, rows, width));
    all.put(bias, WeightTensor.ofFloats(bias, new float[rows], rows));
    return new Checkpoint(
        config,
        Optional.of(newLabels),
        tokenizerJson,
        casing,
        all,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        origin);
  }

  /**
   * The same classifier, its rows called otherwise or read in another scheme.
   *
   * @param others as many as now
   * @throws IllegalArgumentException if there are more or fewer
   */
  public Checkpoint withLabels(LabelSet others) {
    return new Checkpoint(
        config,
        Optional.of(others),
        tokenizerJson,
        casing,
        weights,
        manifest,
        card,
        unusedHead,
        origin);
  }

  /**
   * The package of a token classifier as it is.
   *
   * @param language a language tag, where the checkpoint has no manifest of its own
   * @param created when it is made, where the checkpoint has no manifest of its own
   * @return the package
   * @throws IllegalStateException if there is no classifier
   */
  public ModelPackage toPackage(String language, Instant created) {
    LabelSet labelSet =
        labels.orElseThrow(
            () ->
                new IllegalStateException(
                    origin + ": a checkpoint without a classifier cannot tag; fine-tune it first"));
    ModelManifest known =
        manifest.orElseGet(
            () ->
                new ModelManifest(
                    ModelManifest.FORMAT_VERSION,
                    language,
                    created,
                    Map.of(),
                    Map.of(),
                    Map.of("checkpoint", origin)));
    return new ModelPackage(
            config, labelSet, tokenizerJson, weights, known, card.orElseGet(() -> plainCard(known)))
        .withCasing(casing);
  }

  private String plainCard(ModelManifest known) {
    return """
        ---
        language: %s
        pipeline_tag: token-classification
        tags: [albert, named-entity-recognition]
        ---
        # Named-entity tagger

        Imported from the checkpoint `%s`. Entity types: %s.

        Nothing is recorded of its training data, licence or scores.
        """
        .formatted(known.language(), origin, String.join(", ", labels.orElseThrow().types()));
  }
}
