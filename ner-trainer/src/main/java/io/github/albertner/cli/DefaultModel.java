package io.github.albertner.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The package that commands use where none is named: {@code models/english.bin} of the project. */
final class DefaultModel {

  /** Set by the launcher to the project's root. */
  static final String PROPERTY = "ner.home";

  /** Asked where the property is not set. */
  static final String VARIABLE = "NER_HOME";

  private DefaultModel() {}

  /**
   * The file to load.
   *
   * @param named the file the user named, or null
   * @return that one, otherwise the default
   * @throws IOException if there is no default
   */
  static Path or(Path named) throws IOException {
    return or(named, System.getProperty(PROPERTY, System.getenv(VARIABLE)));
  }

  /** As above, in this home or none. */
  static Path or(Path named, String home) throws IOException {
    if (named != null) {
      return named; // If it cannot be read, whoever reads it says why.
    }
    if (home == null || home.isBlank()) {
      throw new FileNotFoundException(
          "expected a model package: name one with --model, or set "
              + VARIABLE
              + " to the folder that holds models/english.bin");
    }
    Path model = Path.of(home, "models", "english.bin");
    if (!Files.isRegularFile(model)) {
      throw new FileNotFoundException(
          "there is no model package "
              + model
              + "; name another with --model, or make one with the train command");
    }
    return model;
  }
}
