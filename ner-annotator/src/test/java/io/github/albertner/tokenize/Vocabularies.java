package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The vocabularies of the tests. */
final class Vocabularies {

  /** Opened once for all tests; never closed. */
  static final SubwordTokenizer ENGLISH_CASED = open(englishCased());

  private Vocabularies() {}

  /** The project's own vocabulary, where the trainer keeps it. */
  static Path englishCased() {
    return Path.of(
        System.getProperty("ner.root"),
        "ner-trainer/src/main/resources/io/github/albertner/checkpoint/vocabulary/english-cased");
  }

  /** The folder of the published ALBERT vocabulary; skips the test where it is absent. */
  static Path albert() {
    Path folder = Path.of(System.getProperty("ner.shared"), "albert");
    assumeTrue(
        Files.isRegularFile(folder.resolve("spiece.model")),
        () -> "the published ALBERT vocabulary is not in " + folder);
    return folder;
  }

  private static SubwordTokenizer open(Path directory) {
    try {
      return SubwordTokenizer.fromDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
