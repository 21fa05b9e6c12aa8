package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A corpus file made for a test, and short ways to say what it should read as. */
final class CorpusText {

  private final Path file;
  private CorpusOptions options = CorpusOptions.DEFAULTS;

  private CorpusText(byte[] content) {
    try {
      file = Files.createTempFile("corpus", ".txt");
      file.toFile().deleteOnExit();
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines joined by LF, with none after the last. */
  static CorpusText lines(String... lines) {
    return text(String.join("\n", lines));
  }

  static CorpusText text(String text) {
    return new CorpusText(text.getBytes(StandardCharsets.UTF_8));
  }

  static CorpusText bytes(byte[] content) {
    return new CorpusText(content);
  }

  CorpusText with(CorpusOptions chosen) {
    options = chosen;
    return this;
  }

  CorpusText as(String format) {
    options = options.withFormat(format);
    return this;
  }

  CorpusText skippingBadLines() {
    options = options.withSkipBadLines(true);
    return this;
  }

  Path file() {
    return file;
  }

  Corpus corpus() {
    try {
      return Corpora.read(List.of(file), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CorpusStatistics statistics() {
    return corpus().statistics();
  }

  /** Sentences as {@code [LOC New York] is big}, with {@code ¶ } before those that start one. */
  List<String> read() {
    return corpus().sentences().stream().map(CorpusText::show).toList();
  }

  CorpusFormatException refusal() {
    return assertThrows(CorpusFormatException.class, () -> Corpora.read(List.of(file), options));
  }

  /** The refusal's message without the path before the line number. */
  String message() {
    String message = refusal().getMessage();
    return message.startsWith(file.toString())
        ? message.substring(file.toString().length())
        : message;
  }

  static String show(Sentence sentence) {
    List<String> shown = new ArrayList<>(sentence.words());
    sentence
        .entities()
        .forEach(
            e -> {
              shown.set(e.begin(), "[" + e.type() + " " + shown.get(e.begin()));
              shown.set(e.end() - 1, shown.get(e.end() - 1) + "]");
            });
    return (sentence.startsDocument() ? "¶ " : "") + String.join(" ", shown);
  }

  /** Lists for comparison. */
  static List<String> sentences(String... shown) {
    return Arrays.asList(shown);
  }
}
