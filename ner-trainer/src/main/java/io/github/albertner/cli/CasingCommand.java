package io.github.albertner.cli;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.plaintext.Paragraph;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.vocabulary.CasingCounter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a casing table from plain text. */
@Command(
    name = "casing",
    description =
        "Counts how words are written in the middle of sentences: a casing table, by which sentences"
            + " that are all in capitals, all in small letters or headlines are recased.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner casing --text notes/ --output my-base-model/casing.txt",
      "  ner package casing --model model.bin --casing casing.txt --output recasing.bin",
      "",
      "ner vocabulary writes the same table beside the vocabulary. In the folder of a base model or"
          + " of a vocabulary, casing.txt goes into every package that is trained from it."
    })
final class CasingCommand implements Callable<Integer> {
  @Mixin private PlainTextArguments text;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Casing table to write.")
  private Path output;

  @Option(names = "--force", description = "Replace the output if it exists.")
  private boolean force;

  @Option(
      names = "--at-least",
      paramLabel = "N",
      description = "Leave out words that occur less often. Default: ${DEFAULT-VALUE}.")
  private int atLeast = CasingCounter.DEFAULT_AT_LEAST;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    AtomicFile.checkWritable(output, force);
    PrintWriter err = spec.commandLine().getErr();
    CasingCounter counter = new CasingCounter(text.splitter());
    TextReader reader = text.open();
    try (reader;
        ReadingProgress progress = new ReadingProgress(err)) {
      for (Paragraph next = reader.read(); next != null; next = reader.read()) {
        counter.add(next.text());
        progress.reading("read", reader);
      }
    }
    VocabularyCommand.sayReplaced(reader, err);
    CasingTable table = CasingTable.parse(counter.table(atLeast));
    ByteBuffer bytes = ByteBuffer.wrap(table.text().getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(
        output,
        force,
        channel -> {
          bytes.rewind();
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
    err.printf(Locale.ROOT, "wrote %s: %,d words%n", output, table.size());
    return 0;
  }
}
