package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.label.LabelSet;
import io.github.albertner.train.Toy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command that has run in this process: its exit code and what it printed. */
record CommandRun(int code, String out, String err) {

  static CommandRun of(Object... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      int code = Ner.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
      return new CommandRun(
          code, printed.toString(StandardCharsets.UTF_8), said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Runs {@code ner train} on one thread, from random:tiny unless arguments say otherwise. */
  static CommandRun train(Path corpus, Path output, Object... arguments) {
    List<Object> all =
        new ArrayList<>(List.of("train", "--train", corpus, "--output", output, "--threads", 1));
    all.addAll(List.of(arguments));
    if (!all.contains("--base-model")) {
      all.addAll(List.of("--base-model", "random:tiny"));
    }
    return of(all.toArray());
  }

  /** Writes a small package that has learned nothing. */
  static Path untrained(Path file) throws IOException {
    BaseModels.resolve("random:tiny", Optional.empty(), 1)
        .withNewHead(LabelSet.bioOf(List.of("a")), 1)
        .toPackage("en", Instant.EPOCH)
        .write(file, false);
    return file;
  }

  /** Writes sentences that are easy to learn. */
  static Path toyCorpus(Path file, int sentences, long seed) throws IOException {
    try (CorpusWriter writer =
        Corpora.writer("conll", Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      for (var sentence : Toy.sentences(sentences, seed)) {
        writer.write(sentence);
      }
    }
    return file;
  }

  CommandRun exits(int expected) {
    assertEquals(expected, code, () -> "exit code; standard error:\n" + err);
    return this;
  }

  CommandRun says(String... parts) {
    for (String part : parts) {
      assertTrue(err.contains(part), () -> "expected \"" + part + "\" in:\n" + err);
    }
    return this;
  }

  CommandRun prints(String... parts) {
    for (String part : parts) {
      assertTrue(out.contains(part), () -> "expected \"" + part + "\" in:\n" + out);
    }
    return this;
  }
}
