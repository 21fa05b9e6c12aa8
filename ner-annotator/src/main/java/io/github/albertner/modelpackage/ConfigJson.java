package io.github.albertner.modelpackage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.albertner.label.LabelSet;
import io.github.albertner.label.TagScheme;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hugging Face's {@code config.json}: network sizes, and the labels of a token classifier. */
public final class ConfigJson {
  /** What transformers calls this network. */
  public static final String ARCHITECTURE = "AlbertForTokenClassification";

  /**
   * Far above any published network. Layers cost nothing in the file, since they share parameters,
   * but each costs time; and parameters cost memory for their names.
   */
  private static final int MAX_LAYERS = 1_000;

  /** A decoder's memory grows with the square of the labels. */
  private static final int MAX_LABELS = 4_096;

  private ConfigJson() {}

  /**
   * Parses JSON text that must be an object.
   *
   * @param text the file's content
   * @param source names the file in messages
   * @return the object
   * @throws InvalidModelException if it is anything else
   */
  public static JsonObject parse(String text, String source) throws InvalidModelException {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      if (e.getCause() instanceof OutOfMemoryError full) {
        throw full; // Gson takes it for bad JSON
      }
      throw new InvalidModelException(source + ": expected a JSON object: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the sizes of the network.
   *
   * @param json the content of config.json
   * @param source names the file in messages
   * @return the sizes
   * @throws InvalidModelException if it is not an ALBERT, uses positions this library does not
   *     compute, or a value is missing or out of range
   */
  public static AlbertConfig network(JsonObject json, String source) throws InvalidModelException {
    expect(json, "model_type", "albert", source);
    expect(json, "position_embedding_type", "absolute", source);
    try {
      AlbertConfig config = AlbertConfig.fromJson(json);
      long owners = (long) config.groups() * config.innerLayers();
      long applied = (long) config.layers() * config.innerLayers();
      if (Math.max(owners, applied) > MAX_LAYERS) {
        throw new InvalidModelException(
            "%s: %s layers, %s with parameters of their own; expected at most %s"
                .formatted(source, applied, owners, MAX_LAYERS));
      }
      return config;
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      throw new InvalidModelException(source + ": " + e.getMessage(), e);
    }
  }

  private static void expect(JsonObject json, String key, String expected, String source)
      throws InvalidModelException {
    JsonElement found = json.get(key);
    boolean absent = found == null || found.isJsonNull();
    if (!absent && !(found.isJsonPrimitive() && found.getAsString().equals(expected))) {
      throw new InvalidModelException(
          "%s: expected \"%s\": \"%s\", found %s".formatted(source, key, expected, found));
    }
  }

  /** The labels' tag scheme, where they do not tell it; transformers passes over it. */
  private static final String SCHEME = "ner_tag_scheme";

  /**
   * Reads the labels in order of their index, whatever they mean.
   *
   * @param json the content of config.json
   * @param source names the file in messages
   * @return the labels of {@code id2label}, or empty when there is no such member
   * @throws InvalidModelException if the indices are not 0, 1, 2 and so on, each once
   */
  public static Optional<List<String>> labelNames(JsonObject json, String source)
      throws InvalidModelException {
    JsonElement member = json.get("id2label");
    if (member == null || member.isJsonNull()) {
      return Optional.empty();
    }
    try {
      Map<Integer, String> byIndex = new TreeMap<>();
      for (Map.Entry<String, JsonElement> label : member.getAsJsonObject().entrySet()) {
        byIndex.put(Integer.valueOf(label.getKey()), label.getValue().getAsString());
      }
      List<String> names = new ArrayList<>();
      for (Map.Entry<Integer, String> label : byIndex.entrySet()) {
        if (label.getKey() != names.size()) {
          throw new InvalidModelException(
              "%s: id2label has no label %s, but has %s".formatted(source, names.size(), byIndex));
        }
        names.add(label.getValue());
      }
      return Optional.of(names);
    } catch (IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
      throw new InvalidModelException(
          source + ": expected id2label to map \"0\", \"1\", ... to labels: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the labels of a token classifier for names.
   *
   * @param json the content of config.json
   * @param source names the file in messages
   * @return the label set
   * @throws InvalidModelException if there are no labels, or they are not tags of one scheme
   */
  public static LabelSet labels(JsonObject json, String source) throws InvalidModelException {
    List<String> names =
        labelNames(json, source)
            .orElseThrow(
                () ->
                    new InvalidModelException(
                        source + ": expected id2label, which names the classifier's labels"));
    if (names.size() > MAX_LABELS) {
      throw new InvalidModelException(
          "%s: id2label has %s labels; expected at most %s"
              .formatted(source, names.size(), MAX_LABELS));
    }
    try {
      LabelSet labels = LabelSet.of(names);
      JsonElement scheme = json.get(SCHEME);
      return scheme == null ? labels : labels.withScheme(TagScheme.valueOf(scheme.getAsString()));
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      throw new InvalidModelException(source + ": id2label: " + e.getMessage(), e);
    }
  }

  /**
   * Makes the config.json of a tagger.
   *
   * @param config sizes of the network
   * @param labels of the classifier
   * @param storage type of the stored weights
   * @return what transformers loads as {@value #ARCHITECTURE}
   */
  static JsonObject of(AlbertConfig config, LabelSet labels, DataType storage) {
    JsonObject json = of(config, ARCHITECTURE, storage);
    JsonObject id2label = new JsonObject();
    JsonObject label2id = new JsonObject();
    for (int i = 0; i < labels.size(); i++) {
      id2label.addProperty(Integer.toString(i), labels.label(i));
      label2id.addProperty(labels.label(i), i);
    }
    json.add("id2label", id2label);
    json.add("label2id", label2id);
    if (!labels.tellsScheme()) {
      json.addProperty(SCHEME, labels.scheme().name());
    }
    return json;
  }

  /** Makes the config.json of a network that transformers knows by a name. */
  static JsonObject of(AlbertConfig config, String architecture, DataType storage) {
    JsonObject json = new JsonObject();
    JsonArray architectures = new JsonArray();
    architectures.add(architecture);
    json.add("architectures", architectures);
    config.toJson().entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
    json.addProperty("torch_dtype", torchName(storage));
    return json;
  }

  private static String torchName(DataType type) {
    return switch (type) {
      case F16 -> "float16";
      case BF16 -> "bfloat16";
      case F64 -> "float64";
      default -> "float32";
    };
  }
}
