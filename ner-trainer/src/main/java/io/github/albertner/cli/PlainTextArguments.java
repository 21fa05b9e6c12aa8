package io.github.albertner.cli;

import io.github.albertner.plaintext.TextFiles;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Plain text, and how it is read. */
final class PlainTextArguments {
  @Option(
      names = "--text",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Plain text: files, folders with .txt, .txt.gz and .txt.xz, or patterns. A line is a"
              + " paragraph; a blank line or the end of a file ends a document.")
  private List<Path> text;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Encoding of the text, such as windows-1252; what it does not allow is read as U+FFFD and"
              + " counted. Default: UTF-8, and an error where the text is not.")
  private String encoding;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description =
          "Language of the text, such as de, which decides how sentences and words are found; that"
              + " of the model to be made. Default: ${DEFAULT-VALUE}.")
  private String language;

  /** The files that are meant. */
  List<Path> files() throws IOException {
    return TextFiles.find(text);
  }

  /** The encoding named, or none. */
  Optional<Charset> encoding() {
    try {
      return Optional.ofNullable(encoding).map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "--encoding: expected the name of an encoding, such as windows-1252 or UTF-16LE, found '"
              + encoding
              + "'",
          e);
    }
  }

  /** The language tag. */
  String language() {
    return language;
  }

  /** What finds sentences and words, as {@code ner annotate} does for the language. */
  Splitter splitter() throws IOException {
    return Splitter.of(language);
  }

  /** A reader of all of it, from the beginning. */
  TextReader open() throws IOException {
    return new TextReader(files(), encoding());
  }
}
