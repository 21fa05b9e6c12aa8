package io.github.albertner.plugin;

import io.github.albertner.train.TrainingSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of our parameters in OpenNLP's files: those of the training settings in OpenNLP's way
 * of writing, LearningRate for learning-rate, and those of what else {@code ner train} is told.
 */
final class ParameterKeys {
  static final String BASE_MODEL = "BaseModel";
  static final String VOCABULARY = "Vocabulary";
  static final String EMBEDDINGS = "Embeddings";
  static final String DEV_DATA = "DevData";
  static final String DEV_FORMAT = "DevFormat";
  static final String DEV_MAP = "DevMap";
  static final String DEV_FRACTION = "DevFraction";
  static final String STORAGE = "Storage";
  static final String LANGUAGE = "Language";
  static final String DESCRIPTION = "Description";

  /** The setting behind each key. */
  private static final Map<String, String> SETTINGS = new LinkedHashMap<>();

  static {
    for (String setting : TrainingSettings.names()) {
      SETTINGS.put(keyOf(setting), setting);
    }
  }

  private ParameterKeys() {}

  /** All keys, as documented. */
  static List<String> all() {
    List<String> all =
        new ArrayList<>(
            List.of(
                BASE_MODEL,
                VOCABULARY,
                EMBEDDINGS,
                DEV_DATA,
                DEV_FORMAT,
                DEV_MAP,
                DEV_FRACTION,
                STORAGE,
                LANGUAGE,
                DESCRIPTION));
    all.addAll(SETTINGS.keySet());
    return all;
  }

  /** The name of the training setting behind each key that has one. */
  static Map<String, String> settings() {
    return Map.copyOf(SETTINGS);
  }

  /** The key of a training setting: LearningRate for learning-rate. */
  static String keyOf(String setting) {
    StringBuilder key = new StringBuilder();
    for (String word : setting.split("-", -1)) {
      key.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return key.toString();
  }

  /**
   * A message about settings with their keys instead of the names that the command line has for
   * them, where they are options (--learning-rate) or begin the message.
   */
  static String inMessage(String message) {
    String renamed = message;
    for (Map.Entry<String, String> entry : SETTINGS.entrySet()) {
      Pattern name = Pattern.compile("(^|--)" + Pattern.quote(entry.getValue()) + "(?![\\w-])");
      renamed = name.matcher(renamed).replaceAll(Matcher.quoteReplacement(entry.getKey()));
    }
    return renamed;
  }
}
