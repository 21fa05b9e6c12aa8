package io.github.albertner.uima;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;

/**
 * The types that a family of pipelines works with, from a file of the folder {@code profiles}.
 *
 * @param sentenceType name of a type
 * @param tokenType name of a type
 * @param entityType name of the type of all labels that the map lacks; empty for none
 * @param labelFeature short name; empty for none
 * @param scoreFeature short name; empty for none
 * @param types names of types by {@linkplain #simplified simplified} label
 * @param features values by feature by the name of the type that has it, for its subtypes too
 */
record Profile(
    String sentenceType,
    String tokenType,
    String entityType,
    String labelFeature,
    String scoreFeature,
    Map<String, String> types,
    Map<String, Map<String, String>> features) {

  /** Profiles that there are; the first is the default. */
  static final List<String> NAMES = List.of("ner", "opennlp", "dkpro", "ctakes");

  private static final String TYPE = "type.";
  private static final String SET = "set.";

  /** Reads a profile, one of {@link #NAMES}. */
  static Profile of(String name) {
    Properties file = new Properties();
    try (InputStream in = Profile.class.getResourceAsStream("profiles/" + name + ".properties")) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> types = new TreeMap<>();
    Map<String, Map<String, String>> features = new HashMap<>();
    for (String key : file.stringPropertyNames()) {
      if (key.startsWith(TYPE)) {
        for (String label : file.getProperty(key).split(" +", -1)) {
          types.put(label, key.substring(TYPE.length()));
        }
      } else if (key.startsWith(SET)) {
        int dot = key.indexOf('.', SET.length());
        features
            .computeIfAbsent(key.substring(SET.length(), dot), feature -> new HashMap<>())
            .put(key.substring(dot + 1), file.getProperty(key));
      }
    }
    return new Profile(
        file.getProperty("sentenceType"),
        file.getProperty("tokenType"),
        file.getProperty("entityType", ""),
        file.getProperty("labelFeature", ""),
        file.getProperty("scoreFeature", ""),
        types,
        features);
  }

  /** Returns the type of a label in whatever spelling, if the profile knows it. */
  Optional<String> typeOf(String label) {
    return Optional.ofNullable(types.get(simplified(label)));
  }

  /** Small letters and digits only: "Disease/Disorder" is "diseasedisorder". */
  static String simplified(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Returns the values of features that entities of a type get; the nearest ancestor decides. */
  Map<String, String> featuresOf(Type type, TypeSystem system) {
    Map<String, String> values = new TreeMap<>();
    features.forEach(
        (feature, byType) -> {
          for (Type ancestor = type; ancestor != null; ancestor = system.getParent(ancestor)) {
            String value = byType.get(ancestor.getName());
            if (value != null) {
              values.put(feature, value);
              break;
            }
          }
        });
    return values;
  }
}
