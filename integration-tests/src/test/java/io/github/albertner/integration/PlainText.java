package io.github.albertner.integration;

import io.github.albertner.testing.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sentences for programs that read text. */
final class PlainText {
  /** Those that a text of words and blanks can hold. */
  static final List<List<String>> SENTENCES = sentences();

  private PlainText() {}

  private static List<List<String>> sentences() {
    Set<String> unfit = Set.of("", "\u0000", "\ud800");
    List<List<String>> sentences = new ArrayList<>();
    for (List<String> tokens : Sentences.of(40)) {
      List<String> fit = tokens.stream().filter(token -> !unfit.contains(token)).toList();
      if (!fit.isEmpty()) {
        sentences.add(fit);
      }
    }
    return sentences;
  }

  /** Writes a file with a sentence on each line and a blank between tokens, and returns it. */
  static Path write(Path folder) throws IOException {
    return Files.write(
        folder.resolve("text"),
        SENTENCES.stream().map(tokens -> String.join(" ", tokens)).toList());
  }
}
