package io.github.albertner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Versions of this project and of what it runs on, for provenance. */
public final class Versions {
  private Versions() {}

  /** Returns name and version of each, this project first. */
  public static Map<String, String> all() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read versions.properties from the jar", e);
    }
    Map<String, String> versions = new LinkedHashMap<>();
    for (String name : List.of("albert-ner", "djl", "pytorch", "opennlp")) {
      versions.put(name, properties.getProperty(name));
    }
    versions.put("java", System.getProperty("java.runtime.version"));
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
