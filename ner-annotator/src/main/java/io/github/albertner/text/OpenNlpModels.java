package io.github.albertner.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds OpenNLP's models on the class path. Each of the artifacts {@code opennlp-models-*} holds a
 * model file and a {@code model.properties} that names it.
 */
final class OpenNlpModels {

  private static final String PROPERTIES = "model.properties";
  private static final String TOOLS = "opennlp.tools.sentdetect.SentenceDetectorME";

  private OpenNlpModels() {}

  /** Whether OpenNLP itself is on the class path. */
  static boolean hasTools() {
    return OpenNlpModels.class.getClassLoader().getResource(TOOLS.replace('.', '/') + ".class")
        != null;
  }

  /**
   * Finds a model.
   *
   * @param language such as {@code de}
   * @param kind part of its file name between hyphens, such as {@code sentence}
   * @return where it is, or nothing if no artifact on the class path has such a model
   * @throws IOException if the class path cannot be read
   */
  static Optional<URL> find(String language, String kind) throws IOException {
    ClassLoader loader = OpenNlpModels.class.getClassLoader();
    List<URL> found = Collections.list(loader.getResources(PROPERTIES));
    for (URL url : found) {
      Properties properties = new Properties();
      try (InputStream in = url.openStream()) {
        properties.load(in);
      }
      String name = properties.getProperty("model.name", "");
      if (language.equals(properties.getProperty("model.language"))
          && name.contains("-" + kind + "-")) {
        URL model = loader.getResource(name);
        if (model != null) {
          return Optional.of(model);
        }
      }
    }
    return Optional.empty();
  }
}
