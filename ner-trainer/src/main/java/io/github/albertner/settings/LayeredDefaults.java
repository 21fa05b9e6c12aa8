package io.github.albertner.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings from files of defaults in the jar, of which later ones replace what earlier ones say.
 */
public final class LayeredDefaults {
  private LayeredDefaults() {}

  /**
   * Returns the settings by name. The number of threads is the processor's, if nothing says
   * another.
   *
   * @param room class beside which the files lie
   * @param layers names of the files, {@code defaults-NAME.properties} each, with spaces between
   * @param chosen settings that replace all others
   */
  public static Map<String, String> with(Class<?> room, String layers, Map<String, String> chosen) {
    Map<String, String> values = new TreeMap<>();
    values.put(
        "threads",
        Integer.toString(
            Math.min(Ranges.MOST_THREADS, Runtime.getRuntime().availableProcessors())));
    for (String layer : layers.split(" ", -1)) {
      read(room, "defaults-" + layer + ".properties")
          .forEach((name, value) -> values.put((String) name, (String) value));
    }
    values.putAll(chosen);
    return values;
  }

  private static Properties read(Class<?> room, String resource) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(room.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " from the jar", e);
    }
    return properties;
  }
}
