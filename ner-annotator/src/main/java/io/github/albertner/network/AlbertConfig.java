package io.github.albertner.network;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sizes of an ALBERT encoder, as Hugging Face's {@code config.json} states them.
 *
 * <p>Source of the names and of their meaning: {@code AlbertConfig} in Hugging Face transformers,
 * and Lan et al., "ALBERT: A Lite BERT for Self-supervised Learning of Language Representations"
 * (arXiv:1909.11942), sections 3.1 and 4.1.
 *
 * @param vocabularySize number of pieces
 * @param embeddingSize E, width of the factorised embedding
 * @param hiddenSize H, width of the encoder; a multiple of {@code heads}
 * @param layers number of layers applied
 * @param groups number of layer groups that own parameters; layer i uses group i * groups / layers
 * @param innerLayers layers inside each group, applied one after the other
 * @param heads A, attention heads
 * @param intermediateSize F, width of the feed-forward layer
 * @param activation feed-forward activation
 * @param layerNormEpsilon added to the variance in every LayerNorm
 * @param typeVocabularySize number of token types; sentences are of type 0
 * @param maxPositions longest input in pieces, [CLS] and [SEP] included
 * @param hiddenDropout dropout after embeddings and attention output, in training; none after the
 *     feed-forward layer, as in Hugging Face's implementation
 * @param attentionDropout dropout on attention probabilities, in training
 * @param classifierDropout dropout before the classifier, in training
 * @param padId piece id of padding
 * @param classId piece id of [CLS], first of every input ({@code bos_token_id})
 * @param separatorId piece id of [SEP], last of every input ({@code eos_token_id})
 * @param initializerRange standard deviation of fresh weights
 */
public record AlbertConfig(
    int vocabularySize,
    int embeddingSize,
    int hiddenSize,
    int layers,
    int groups,
    int innerLayers,
    int heads,
    int intermediateSize,
    Activation activation,
    double layerNormEpsilon,
    int typeVocabularySize,
    int maxPositions,
    double hiddenDropout,
    double attentionDropout,
    double classifierDropout,
    int padId,
    int classId,
    int separatorId,
    double initializerRange) {

  private static final double DEFAULT_CLASSIFIER_DROPOUT = 0.1;

  /** Prefix of every encoder parameter in a canonical checkpoint. */
  public static final String PREFIX = "albert.";

  /** Name of the embeddings of pieces, V x E. */
  public static final String WORD_EMBEDDINGS = PREFIX + "embeddings.word_embeddings.weight";

  /** Name of the tagger head's weight, L x H. */
  public static final String CLASSIFIER_WEIGHT = "classifier.weight";

  /** Name of the tagger head's bias, L. */
  public static final String CLASSIFIER_BIAS = "classifier.bias";

  /** Checks that the sizes fit together. */
  public AlbertConfig {
    positive("vocab_size", vocabularySize);
    positive("embedding_size", embeddingSize);
    positive("hidden_size", hiddenSize);
    positive("num_hidden_layers", layers);
    positive("num_hidden_groups", groups);
    positive("inner_group_num", innerLayers);
    positive("num_attention_heads", heads);
    positive("intermediate_size", intermediateSize);
    positive("type_vocab_size", typeVocabularySize);
    if (hiddenSize % heads != 0) {
      throw new IllegalArgumentException(
          "hidden_size %s is not a multiple of num_attention_heads %s"
              .formatted(hiddenSize, heads));
    }
    if (groups > layers) {
      throw new IllegalArgumentException(
          "num_hidden_groups %s is more than num_hidden_layers %s".formatted(groups, layers));
    }
    if (maxPositions < 3) {
      throw new IllegalArgumentException(
          "max_position_embeddings is %s; expected at least 3: [CLS], a piece, [SEP]"
              .formatted(maxPositions));
    }
    if (!(layerNormEpsilon > 0 && layerNormEpsilon < 1)) {
      throw new IllegalArgumentException(
          "layer_norm_eps is " + layerNormEpsilon + "; expected more than 0 and less than 1");
    }
    if (!(initializerRange >= 0 && initializerRange < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "initializer_range is " + initializerRange + "; expected a finite number of at least 0");
    }
    dropout("hidden_dropout_prob", hiddenDropout);
    dropout("attention_probs_dropout_prob", attentionDropout);
    dropout("classifier_dropout_prob", classifierDropout);
    piece("pad_token_id", padId, vocabularySize);
    piece("bos_token_id", classId, vocabularySize);
    piece("eos_token_id", separatorId, vocabularySize);
  }

  /** Returns the size of one attention head, D. */
  public int headSize() {
    return hiddenSize / heads;
  }

  /** Returns the same sizes with all three dropout rates set to one. */
  public AlbertConfig withDropout(double dropout) {
    return new AlbertConfig(
        vocabularySize,
        embeddingSize,
        hiddenSize,
        layers,
        groups,
        innerLayers,
        heads,
        intermediateSize,
        activation,
        layerNormEpsilon,
        typeVocabularySize,
        maxPositions,
        dropout,
        dropout,
        dropout,
        padId,
        classId,
        separatorId,
        initializerRange);
  }

  /** Returns the same sizes with another number of layers. */
  public AlbertConfig withLayers(int layers) {
    return new AlbertConfig(
        vocabularySize,
        embeddingSize,
        hiddenSize,
        layers,
        groups,
        innerLayers,
        heads,
        intermediateSize,
        activation,
        layerNormEpsilon,
        typeVocabularySize,
        maxPositions,
        hiddenDropout,
        attentionDropout,
        classifierDropout,
        padId,
        classId,
        separatorId,
        initializerRange);
  }

  /** Returns the group whose parameters layer {@code layer} (from 0) uses. */
  public int groupOf(int layer) {
    return (int) (layer / ((double) layers / groups));
  }

  /**
   * Returns the name and shape of every parameter of a tagger with {@code labels} labels, in
   * canonical order. The names are those of Hugging Face's {@code AlbertForTokenClassification}
   * without the pooler, which a tagger does not use.
   */
  public Map<String, List<Long>> parameterShapes(int labels) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>(encoderShapes());
    put(shapes, CLASSIFIER_WEIGHT, labels, hiddenSize);
    put(shapes, CLASSIFIER_BIAS, labels);
    return Collections.unmodifiableMap(shapes);
  }

  /** Returns the name and shape of every encoder parameter, in canonical order. */
  public Map<String, List<Long>> encoderShapes() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    String embeddings = PREFIX + "embeddings.";
    put(shapes, WORD_EMBEDDINGS, vocabularySize, embeddingSize);
    put(shapes, embeddings + "position_embeddings.weight", maxPositions, embeddingSize);
    put(shapes, embeddings + "token_type_embeddings.weight", typeVocabularySize, embeddingSize);
    put(shapes, embeddings + "LayerNorm.weight", embeddingSize);
    put(shapes, embeddings + "LayerNorm.bias", embeddingSize);
    linear(shapes, PREFIX + "encoder.embedding_hidden_mapping_in", hiddenSize, embeddingSize);
    for (int group = 0; group < groups; group++) {
      for (int inner = 0; inner < innerLayers; inner++) {
        String layer = layerPrefix(group, inner);
        linear(shapes, layer + "attention.query", hiddenSize, hiddenSize);
        linear(shapes, layer + "attention.key", hiddenSize, hiddenSize);
        linear(shapes, layer + "attention.value", hiddenSize, hiddenSize);
        linear(shapes, layer + "attention.dense", hiddenSize, hiddenSize);
        put(shapes, layer + "attention.LayerNorm.weight", hiddenSize);
        put(shapes, layer + "attention.LayerNorm.bias", hiddenSize);
        linear(shapes, layer + "ffn", intermediateSize, hiddenSize);
        linear(shapes, layer + "ffn_output", hiddenSize, intermediateSize);
        put(shapes, layer + "full_layer_layer_norm.weight", hiddenSize);
        put(shapes, layer + "full_layer_layer_norm.bias", hiddenSize);
      }
    }
    return Collections.unmodifiableMap(shapes);
  }

  static String layerPrefix(int group, int inner) {
    return "%sencoder.albert_layer_groups.%s.albert_layers.%s.".formatted(PREFIX, group, inner);
  }

  /**
   * Reads a {@code config.json}. Keys that Hugging Face defaults take its defaults; sizes must be
   * there.
   *
   * @throws IllegalArgumentException if a key is missing, of the wrong kind or out of range, naming
   *     the key
   */
  public static AlbertConfig fromJson(JsonObject json) {
    int heads = integer(json, "num_attention_heads", null);
    double hiddenDropout = decimal(json, "hidden_dropout_prob", 0);
    return new AlbertConfig(
        integer(json, "vocab_size", null),
        integer(json, "embedding_size", 128),
        integer(json, "hidden_size", null),
        integer(json, "num_hidden_layers", null),
        integer(json, "num_hidden_groups", 1),
        integer(json, "inner_group_num", 1),
        heads,
        integer(json, "intermediate_size", null),
        Activation.ofConfigName(
            json.has("hidden_act") ? json.get("hidden_act").getAsString() : "gelu_new"),
        decimal(json, "layer_norm_eps", 1e-12),
        integer(json, "type_vocab_size", 2),
        integer(json, "max_position_embeddings", 512),
        hiddenDropout,
        decimal(json, "attention_probs_dropout_prob", 0),
        json.has("classifier_dropout_prob")
            ? decimal(json, "classifier_dropout_prob", hiddenDropout)
            : DEFAULT_CLASSIFIER_DROPOUT,
        integer(json, "pad_token_id", 0),
        integer(json, "bos_token_id", 2),
        integer(json, "eos_token_id", 3),
        decimal(json, "initializer_range", 0.02));
  }

  /** Returns the same configuration as Hugging Face writes it, without labels. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("model_type", "albert");
    json.addProperty("vocab_size", vocabularySize);
    json.addProperty("embedding_size", embeddingSize);
    json.addProperty("hidden_size", hiddenSize);
    json.addProperty("num_hidden_layers", layers);
    json.addProperty("num_hidden_groups", groups);
    json.addProperty("inner_group_num", innerLayers);
    json.addProperty("num_attention_heads", heads);
    json.addProperty("intermediate_size", intermediateSize);
    json.addProperty("hidden_act", activation.configName());
    json.addProperty("layer_norm_eps", layerNormEpsilon);
    json.addProperty("type_vocab_size", typeVocabularySize);
    json.addProperty("max_position_embeddings", maxPositions);
    json.addProperty("hidden_dropout_prob", hiddenDropout);
    json.addProperty("attention_probs_dropout_prob", attentionDropout);
    json.addProperty("classifier_dropout_prob", classifierDropout);
    json.addProperty("pad_token_id", padId);
    json.addProperty("bos_token_id", classId);
    json.addProperty("eos_token_id", separatorId);
    json.addProperty("initializer_range", initializerRange);
    return json;
  }

  private static void linear(Map<String, List<Long>> shapes, String name, long out, long in) {
    put(shapes, name + ".weight", out, in);
    put(shapes, name + ".bias", out);
  }

  private static void put(Map<String, List<Long>> shapes, String name, long... shape) {
    shapes.put(name, Arrays.stream(shape).boxed().toList());
  }

  private static int integer(JsonObject json, String key, Integer absent) {
    JsonElement value = json.get(key);
    if (value == null || value.isJsonNull()) {
      if (absent == null) {
        throw new IllegalArgumentException("config.json lacks \"" + key + "\"");
      }
      return absent;
    }
    try {
      return value.getAsBigDecimal().intValueExact();
    } catch (NumberFormatException | ArithmeticException | IllegalStateException e) {
      throw new IllegalArgumentException(
          "config.json has \"%s\": %s; expected an integer".formatted(key, value), e);
    }
  }

  private static double decimal(JsonObject json, String key, double absent) {
    JsonElement value = json.get(key);
    if (value == null || value.isJsonNull()) {
      return absent;
    }
    try {
      return value.getAsDouble();
    } catch (NumberFormatException | IllegalStateException e) {
      throw new IllegalArgumentException(
          "config.json has \"%s\": %s; expected a number".formatted(key, value), e);
    }
  }

  private static void positive(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " is " + value + "; expected at least 1");
    }
  }

  private static void dropout(String key, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(key + " is " + value + "; expected 0 to less than 1");
    }
  }

  private static void piece(String key, int value, int vocabularySize) {
    if (value < 0 || value >= vocabularySize) {
      throw new IllegalArgumentException(
          "%s is %s; expected a piece id below %s".formatted(key, value, vocabularySize));
    }
  }
}
