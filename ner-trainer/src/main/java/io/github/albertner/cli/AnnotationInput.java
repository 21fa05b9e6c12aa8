package io.github.albertner.cli;

import io.github.albertner.text.TextInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A text to annotate.
 *
 * @param name for people
 * @param file where it is; standard input if there is none
 */
record AnnotationInput(String name, Optional<Path> file) {

  private static final String STANDARD_INPUT = "-";

  /**
   * All texts, having looked whether they are there.
   *
   * @param names files, or {@code -}; standard input if there are none
   * @throws IOException if one is not there or no file
   * @throws IllegalArgumentException if standard input is named twice
   */
  static List<AnnotationInput> all(List<String> names) throws IOException {
    List<String> wanted = names.isEmpty() ? List.of(STANDARD_INPUT) : names;
    if (Collections.frequency(wanted, STANDARD_INPUT) > 1) {
      throw new IllegalArgumentException("standard input (-) can be read only once");
    }
    for (String name : wanted) {
      if (!name.equals(STANDARD_INPUT)) {
        check(name);
      }
    }
    return wanted.stream().map(AnnotationInput::of).toList();
  }

  private static AnnotationInput of(String name) {
    return name.equals(STANDARD_INPUT)
        ? new AnnotationInput("standard input", Optional.empty())
        : new AnnotationInput(name, Optional.of(Path.of(name)));
  }

  private static void check(String name) throws FileNotFoundException {
    Path file = Path.of(name);
    if (Files.isDirectory(file)) {
      throw new FileNotFoundException(
          "expected a text file, found a folder: " + name + "; name the files in it");
    }
    if (!Files.exists(file)) {
      throw new FileNotFoundException("there is no file " + name);
    }
    if (!Files.isReadable(file)) {
      throw new FileNotFoundException("the file " + name + " may not be read");
    }
  }

  /** Bytes in its file; 0 for standard input. */
  long size() throws IOException {
    return file.isPresent() ? Files.size(file.get()) : 0;
  }

  /**
   * Opens it.
   *
   * @param streams for standard input
   * @param encoding of the text, lenient; or null for UTF-8, strictly
   * @param bar shows how much is read
   * @throws IOException if it cannot be opened
   */
  TextInput open(StandardStreams streams, Charset encoding, BarLine bar) throws IOException {
    InputStream in =
        file.isPresent() ? bar.counted(Files.newInputStream(file.get())) : streams.in();
    return encoding == null
        ? new TextInput(name, in, StandardCharsets.UTF_8, CodingErrorAction.REPORT)
        : new TextInput(name, in, encoding, CodingErrorAction.REPLACE);
  }
}
