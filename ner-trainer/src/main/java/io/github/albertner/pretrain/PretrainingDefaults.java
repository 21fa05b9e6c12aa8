package io.github.albertner.pretrain;

import io.github.albertner.checkpoint.BaseModels;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The documented default settings: for a pretrained encoder, and what differs for random weights.
 */
public enum PretrainingDefaults {
  /** For going on with a pretrained encoder. */
  CONTINUED("continued"),
  /** For random weights of hidden size below 768. */
  RANDOM("continued random"),
  /** For random weights of hidden size from 768 on. */
  RANDOM_BASE("continued random random-base");

  private static final int BASE_SIZE = 768;

  /** Names of the files, the later ones over the earlier. */
  private final String layers;

  PretrainingDefaults(String layers) {
    this.layers = layers;
  }

  /** Returns the defaults that suit a base model, by its name. */
  public static PretrainingDefaults forBaseModel(String name) {
    if (!BaseModels.isRandom(name)) {
      return CONTINUED;
    }
    return BaseModels.hiddenSize(name).orElse(0) < BASE_SIZE ? RANDOM : RANDOM_BASE;
  }

  /**
   * Returns these defaults with some settings replaced.
   *
   * @param chosen by the names that the command line gives the settings; one of {@code steps},
   *     {@code epochs} and {@code minutes} among them
   * @throws IllegalArgumentException if a name is unknown, a value malformed or out of range, or
   *     two contradict each other
   */
  public PretrainingSettings with(Map<String, String> chosen) {
    Map<String, String> values = new TreeMap<>();
    values.put("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
    for (String layer : layers.split(" ", -1)) {
      read("defaults-" + layer + ".properties")
          .forEach((name, value) -> values.put((String) name, (String) value));
    }
    values.putAll(chosen);
    return PretrainingSettings.of(values);
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            PretrainingDefaults.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " from the jar", e);
    }
    return properties;
  }
}
