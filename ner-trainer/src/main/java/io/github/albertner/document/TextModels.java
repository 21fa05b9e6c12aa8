package io.github.albertner.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * Finds OpenNLP's models on the class path. Each of the artifacts {@code opennlp-models-*} holds a
 * model file and a {@code model.properties} that names it.
 */
final class TextModels {

  private static final String PROPERTIES = "model.properties";

  private TextModels() {}

  /**
   * Opens a model.
   *
   * @param language such as {@code en}
   * @param kind part of its file name between hyphens, such as {@code sentence}
   * @param artifact to name in the message if it is not there
   * @throws IOException if no artifact on the class path has such a model
   */
  static InputStream open(String language, String kind, String artifact) throws IOException {
    ClassLoader loader = TextModels.class.getClassLoader();
    List<URL> found = Collections.list(loader.getResources(PROPERTIES));
    for (URL url : found) {
      Properties properties = new Properties();
      try (InputStream in = url.openStream()) {
        properties.load(in);
      }
      String name = properties.getProperty("model.name", "");
      if (language.equals(properties.getProperty("model.language"))
          && name.contains("-" + kind + "-")) {
        InputStream model = loader.getResourceAsStream(name);
        if (model != null) {
          return model;
        }
      }
    }
    throw new IOException(
        "expected OpenNLP's %s model for '%s' on the class path, found none in %s; add the artifact %s"
            .formatted(kind, language, found, artifact));
  }
}
