package io.github.albertner.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a package says of itself, for people and for programs. */
public final class PackageSummary {
  private PackageSummary() {}

  /**
   * Makes an object of all there is but vocabulary, weights and card.
   *
   * @return {@code formatVersion}, {@code language}, {@code created}, {@code types}, {@code
   *     labels}, {@code scheme}, {@code network} (the sizes as in config.json), {@code parameters},
   *     {@code storage}, {@code weightsSha256}, {@code networkSha256}, {@code settings}, {@code
   *     metrics}, {@code provenance}
   */
  public static JsonObject json(ModelPackage model) {
    JsonObject manifest = model.manifest().toJson();
    JsonObject json = new JsonObject();
    for (String key : List.of("formatVersion", "language", "created")) {
      json.add(key, manifest.get(key));
    }
    json.add("types", array(model.types()));
    json.add("labels", array(labels(model.labels())));
    json.addProperty("scheme", model.labels().scheme().name());
    json.add("network", model.config().toJson());
    json.addProperty("parameters", parameters(model));
    json.addProperty("storage", model.storage().name());
    json.addProperty("weightsSha256", model.weightsDigest());
    json.addProperty("networkSha256", model.networkDigest());
    for (String key : List.of("settings", "metrics", "provenance")) {
      json.add(key, manifest.get(key));
    }
    return json;
  }

  /**
   * Renders the same for people.
   *
   * @return lines that each end with a newline; control characters that the package may hold are
   *     shown as question marks
   */
  public static String text(ModelPackage model) {
    ModelManifest manifest = model.manifest();
    AlbertConfig config = model.config();
    StringBuilder text = new StringBuilder();
    row(text, "format", "version " + manifest.formatVersion());
    row(text, "language", manifest.language());
    row(text, "created", manifest.created());
    row(text, "types", String.join(", ", model.types()));
    row(
        text,
        "labels",
        "%s (%s)".formatted(String.join(", ", labels(model.labels())), model.labels().scheme()));
    row(
        text,
        "network",
        String.format(
            Locale.ROOT,
            "%d layers, hidden %d, heads %d, feed-forward %d, embedding %d, %,d pieces, %d positions",
            config.layers(),
            config.hiddenSize(),
            config.heads(),
            config.intermediateSize(),
            config.embeddingSize(),
            config.vocabularySize(),
            config.maxPositions()));
    row(
        text,
        "parameters",
        String.format(Locale.ROOT, "%,d as %s", parameters(model), model.storage()));
    row(text, "weights", "sha256:" + model.weightsDigest());
    section(text, "settings", manifest.settings());
    section(text, "metrics", manifest.metrics());
    section(text, "provenance", manifest.provenance());
    return text.toString();
  }

  /**
   * Returns the package's card as it may be shown on a terminal.
   *
   * @return Markdown; control characters but line ends and tabs are shown as question marks
   */
  public static String card(ModelPackage model) {
    return model.card().lines().map(PackageSummary::plainLine).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String plainLine(String line) {
    return plain(line.replace("\t", "    "));
  }

  private static void section(StringBuilder text, String title, Map<String, ?> rows) {
    if (!rows.isEmpty()) {
      text.append(title).append('\n');
      rows.forEach((name, value) -> row(text, "  " + name, value));
    }
  }

  private static void row(StringBuilder text, String name, Object value) {
    text.append(plain("%-22s %s".formatted(name, value))).append('\n');
  }

  /** A package may come from anywhere: it must not command the terminal. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cf}|\\p{Zl}|\\p{Zp}", "?");
  }

  private static List<String> labels(LabelSet labels) {
    return IntStream.range(0, labels.size()).mapToObj(labels::label).toList();
  }

  private static JsonElement array(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static long parameters(ModelPackage model) {
    return model.weights().values().stream().mapToLong(WeightTensor::elements).sum();
  }
}
