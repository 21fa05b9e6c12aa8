package io.github.albertner.modelpackage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.network.ActivationRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a package says of itself, beside network, labels and vocabulary: {@code ner.json}.
 *
 * @param formatVersion of the package layout, at most {@link #FORMAT_VERSION}
 * @param language of the text the model is for: a language tag, for example {@code en}; {@code und}
 *     where unknown
 * @param created when the model was made, to the second
 * @param types entity types that the tagger reports, sorted; none for all that its labels know
 * @param activationRanges of the network, for 8-bit integers; none if they were not measured
 * @param settings the resolved settings it was trained with, by key
 * @param metrics scores by name, finite
 * @param provenance data, base model, library, JDK and the like, by key
 */
public record ModelManifest(
    int formatVersion,
    String language,
    Instant created,
    List<String> types,
    List<ActivationRange> activationRanges,
    Map<String, String> settings,
    Map<String, Double> metrics,
    Map<String, String> provenance) {

  /**
   * The setting that says how much of the neighbouring sentences the model was trained to see. Of
   * all settings it alone matters for use; packages without it are for sentences on their own.
   */
  public static final String CONTEXT_PIECES = "context-pieces";

  /** Most that {@link #contextPieces} can be: ALBERT reads no more positions. */
  public static final int MAX_CONTEXT_PIECES = 512;

  /** The layout this library writes, and the latest it reads. */
  public static final int FORMAT_VERSION = 1;

  private static final String RANGES = "activationRanges";

  /** Checked before the pattern, whose matching takes stack for every part of the tag. */
  private static final int MAX_LANGUAGE = 100;

  /** From here on, OpenNLP's manifest could not state the time in milliseconds. */
  private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  /** Checks the values and copies the maps in order of their keys. */
  public ModelManifest {
    if (formatVersion < 1 || formatVersion > FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "formatVersion is %s; expected 1 to %s".formatted(formatVersion, FORMAT_VERSION));
    }
    if (language.length() > MAX_LANGUAGE || !LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException(
          "language is \"%s\"; expected a language tag such as en, deu or und".formatted(language));
    }
    if (created.isBefore(Instant.EPOCH) || !created.isBefore(END_OF_TIME)) {
      throw new IllegalArgumentException(
          "created is " + created + "; expected a time from 1970 to 9999");
    }
    created = created.truncatedTo(ChronoUnit.SECONDS);
    types = List.copyOf(new TreeSet<>(types));
    activationRanges = List.copyOf(activationRanges);
    settings = sorted(settings);
    metrics = sorted(metrics);
    provenance = sorted(provenance);
    contextPieces(settings);
    metrics.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("metric " + name + " is " + value);
          }
        });
  }

  /** A manifest for all types of the labels, without activation ranges. */
  public ModelManifest(
      int formatVersion,
      String language,
      Instant created,
      Map<String, String> settings,
      Map<String, Double> metrics,
      Map<String, String> provenance) {
    this(formatVersion, language, created, List.of(), List.of(), settings, metrics, provenance);
  }

  /**
   * How much of the neighbouring sentences the model was trained to see.
   *
   * @return most pieces on each side of a sentence, 0 to {@value #MAX_CONTEXT_PIECES}; 0 for
   *     sentences on their own
   */
  public int contextPieces() {
    return contextPieces(settings);
  }

  private static int contextPieces(Map<String, String> settings) {
    String value = settings.getOrDefault(CONTEXT_PIECES, "0");
    if (!value.matches("[0-9]{1,3}") || Integer.parseInt(value) > MAX_CONTEXT_PIECES) {
      throw new IllegalArgumentException(
          "setting %s is \"%s\"; expected 0 to %s"
              .formatted(CONTEXT_PIECES, shortened(value), MAX_CONTEXT_PIECES));
    }
    return Integer.parseInt(value);
  }

  private static String shortened(String value) {
    return value.length() <= MAX_LANGUAGE ? value : value.substring(0, MAX_LANGUAGE) + "...";
  }

  /**
   * The same manifest for some types only.
   *
   * @param reported the types that the tagger reports; none for all
   * @return the manifest
   */
  public ModelManifest withTypes(Collection<String> reported) {
    return new ModelManifest(
        formatVersion,
        language,
        created,
        List.copyOf(reported),
        activationRanges,
        settings,
        metrics,
        provenance);
  }

  /**
   * The same manifest with measured activation ranges.
   *
   * @param ranges of the network; none for a model that cannot run in 8-bit integers
   * @return the manifest
   */
  public ModelManifest withActivationRanges(List<ActivationRange> ranges) {
    return new ModelManifest(
        formatVersion, language, created, types, ranges, settings, metrics, provenance);
  }

  /**
   * The same manifest with other scores.
   *
   * @param scores by name, finite
   * @param sources data, base model, library and the like, by key
   * @return the manifest
   */
  public ModelManifest withScores(Map<String, Double> scores, Map<String, String> sources) {
    return new ModelManifest(
        formatVersion, language, created, types, activationRanges, settings, scores, sources);
  }

  /**
   * A manifest of the current format without settings, metrics or provenance.
   *
   * @param language a language tag
   * @param created when the model was made
   * @return the manifest
   */
  public static ModelManifest of(String language, Instant created) {
    return new ModelManifest(FORMAT_VERSION, language, created, Map.of(), Map.of(), Map.of());
  }

  /**
   * Reads the JSON that {@link #toJson()} makes; members it does not know are ignored.
   *
   * @param json the content of ner.json
   * @param source names the file in messages
   * @return the manifest
   * @throws InvalidModelException if the format is later than this library's, or a member is
   *     missing or of a wrong kind
   */
  public static ModelManifest fromJson(JsonObject json, String source)
      throws InvalidModelException {
    try {
      int version = json.get("formatVersion").getAsBigDecimal().intValueExact();
      if (version > FORMAT_VERSION) {
        throw new InvalidModelException(
            "%s: the package has format version %s, this library reads up to %s; update the library"
                .formatted(source, version, FORMAT_VERSION));
      }
      return new ModelManifest(
          version,
          json.get("language").getAsString(),
          Instant.parse(json.get("created").getAsString()),
          json.has("types") ? strings(json.getAsJsonArray("types")) : List.of(),
          json.has(RANGES) ? ranges(json.getAsJsonArray(RANGES)) : List.of(),
          map(json, "settings", JsonElement::getAsString),
          map(json, "metrics", JsonElement::getAsDouble),
          map(json, "provenance", JsonElement::getAsString));
    } catch (IllegalStateException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new InvalidModelException(
          source
              + ": expected formatVersion, language, created, settings, metrics and provenance: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * The manifest as JSON.
   *
   * @return the content of ner.json, without checksums
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("formatVersion", formatVersion);
    json.addProperty("language", language);
    json.addProperty("created", created.toString());
    if (!types.isEmpty()) {
      JsonArray typesJson = new JsonArray();
      types.forEach(typesJson::add);
      json.add("types", typesJson);
    }
    if (!activationRanges.isEmpty()) {
      JsonArray rangesJson = new JsonArray();
      for (ActivationRange range : activationRanges) {
        JsonArray pair = new JsonArray();
        pair.add(range.least());
        pair.add(range.greatest());
        rangesJson.add(pair);
      }
      json.add(RANGES, rangesJson);
    }
    JsonObject settingsJson = new JsonObject();
    settings.forEach(settingsJson::addProperty);
    json.add("settings", settingsJson);
    JsonObject metricsJson = new JsonObject();
    metrics.forEach(metricsJson::addProperty);
    json.add("metrics", metricsJson);
    JsonObject provenanceJson = new JsonObject();
    provenance.forEach(provenanceJson::addProperty);
    json.add("provenance", provenanceJson);
    return json;
  }

  private static List<ActivationRange> ranges(JsonArray json) {
    List<ActivationRange> ranges = new ArrayList<>();
    for (JsonElement element : json) {
      JsonArray pair = element.getAsJsonArray();
      if (pair.size() != 2) {
        throw new IllegalArgumentException("expected pairs of numbers in " + RANGES);
      }
      ranges.add(new ActivationRange(pair.get(0).getAsFloat(), pair.get(1).getAsFloat()));
    }
    return ranges;
  }

  private static List<String> strings(JsonArray json) {
    List<String> strings = new ArrayList<>();
    json.forEach(element -> strings.add(element.getAsString()));
    return strings;
  }

  private static <V> Map<String, V> map(
      JsonObject json, String key, Function<JsonElement, V> value) {
    Map<String, V> map = new TreeMap<>();
    JsonObject members =
        Objects.requireNonNull(json.getAsJsonObject(key), () -> "no member " + key);
    members.entrySet().forEach(member -> map.put(member.getKey(), value.apply(member.getValue())));
    return map;
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    Map<String, V> copy = new TreeMap<>(map);
    copy.forEach((key, value) -> Objects.requireNonNull(value, () -> "value of " + key));
    return Collections.unmodifiableMap(copy);
  }
}
