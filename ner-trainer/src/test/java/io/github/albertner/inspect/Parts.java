package io.github.albertner.inspect;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Parts written as name samples. */
final class Parts {

  private Parts() {}

  /** A part of lines; bad ones are skipped, as the command does. */
  static CorpusPart of(String name, String... lines) {
    return read(name, ".train", String.join("\n", lines) + "\n");
  }

  /** A part of {@code word/TAG} columns; a slash alone ends a sentence. */
  static CorpusPart columns(String name, String text) {
    return read(
        name, ".conll", text.replace(" / ", "\n\n").replace(" ", "\n").replace("/", "\t") + "\n");
  }

  private static CorpusPart read(String name, String suffix, String text) {
    try {
      Path file = Files.createTempFile(name, suffix);
      try {
        Files.writeString(file, text);
        return new CorpusPart(
            name,
            Corpora.read(
                List.of(file),
                CorpusOptions.DEFAULTS
                    .withFormat(suffix.equals(".train") ? "opennlp" : "conll")
                    .withSkipBadLines(true)));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
