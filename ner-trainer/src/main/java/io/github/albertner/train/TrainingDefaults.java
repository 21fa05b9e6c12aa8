package io.github.albertner.train;

import io.github.albertner.checkpoint.BaseModels;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The documented default settings: one file for pretrained and one for random weights. */
public enum TrainingDefaults {
  /** For a pretrained encoder. */
  PRETRAINED("defaults-pretrained.properties"),
  /** For random weights. */
  RANDOM("defaults-random.properties");

  private final String resource;

  TrainingDefaults(String resource) {
    this.resource = resource;
  }

  /**
   * Returns the defaults that suit a base model.
   *
   * @param name as {@link BaseModels#resolve} takes it
   */
  public static TrainingDefaults forBaseModel(String name) {
    return BaseModels.isRandom(name) ? RANDOM : PRETRAINED;
  }

  /**
   * Returns these defaults with some settings replaced.
   *
   * @param chosen by the names that the command line gives the settings
   * @throws IllegalArgumentException if a name is unknown, or a value malformed or out of range
   */
  public TrainingSettings with(Map<String, String> chosen) {
    Map<String, String> values = new TreeMap<>();
    values.put("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
    read().forEach((name, value) -> values.put((String) name, (String) value));
    values.putAll(chosen);
    return TrainingSettings.of(values);
  }

  private Properties read() {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            TrainingDefaults.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " from the jar", e);
    }
    return properties;
  }
}
