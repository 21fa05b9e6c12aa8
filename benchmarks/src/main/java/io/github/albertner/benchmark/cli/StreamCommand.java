package io.github.albertner.benchmark.cli;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.process.ProcessMemory;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.network.Precision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "stream",
    description = {
      "Endless input: one document of 10 MB in one call, then a million short sentences, a thousand",
      "a call, with the memory that the process holds."
    },
    mixinStandardHelpOptions = true)
final class StreamCommand implements Callable<Integer> {
  private static final int CALL = 1000;
  private static final int SHORT = 8;
  private static final int LONGEST = 120;
  private static final int ROWS = 10;

  @Option(
      names = "--size",
      description = "Size of the network: ${COMPLETION-CANDIDATES}. Default: tiny.",
      defaultValue = "tiny")
  private Size size;

  @Option(
      names = "--precision",
      description = "${COMPLETION-CANDIDATES}. Default: auto.",
      defaultValue = "auto")
  private Precision precision;

  @Option(
      names = "--document",
      paramLabel = "BYTES",
      description = "Text of the document. Default: 10,000,000.",
      defaultValue = "10000000")
  private long bytes;

  @Option(
      names = "--sentences",
      description = "Sentences of the stream. Default: 1,000,000.",
      defaultValue = "1000000")
  private int sentences;

  private final MarkdownTable table =
      new MarkdownTable("", "words", "seconds", "words/s", "resident, MiB", "most, MiB");

  @Override
  public Integer call() throws Exception {
    TaggerOptions options = TaggerOptions.defaults().withPrecision(precision);
    try (NerTagger tagger = NerTagger.of(size.model(), options)) {
      row("loaded", 0, 0);
      stream(tagger);
      document(tagger);
    }
    System.out.printf("%s%n", table.render());
    return 0;
  }

  private void document(NerTagger tagger) throws IOException {
    List<List<String>> document = new ArrayList<>();
    long length = 0;
    for (int part = 0; length < bytes; part++) {
      for (List<String> sentence : Workloads.part(part, CALL, LONGEST).sentences()) {
        length += sentence.stream().mapToInt(String::length).sum() + sentence.size();
        document.add(sentence);
      }
    }
    long words = document.stream().mapToLong(List::size).sum();
    row("a document of %,d bytes made".formatted(length), words, 0);
    long begin = System.nanoTime();
    tagger.tagDocument(document);
    row("tagged in one call", words, (System.nanoTime() - begin) / 1e9);
  }

  private void stream(NerTagger tagger) throws IOException {
    int calls = Math.max(1, sentences / CALL);
    long words = 0;
    double seconds = 0;
    for (int call = 1; call <= calls; call++) {
      List<List<String>> part = Workloads.part(call, CALL, SHORT).sentences();
      long begin = System.nanoTime();
      tagger.tagAll(part);
      seconds += (System.nanoTime() - begin) / 1e9;
      words += part.stream().mapToLong(List::size).sum();
      if (call % Math.max(1, calls / ROWS) == 0) {
        row("%,d sentences".formatted(call * CALL), words, seconds);
      }
    }
  }

  private void row(String what, long words, double seconds) throws IOException {
    table.row(
        what,
        "%,d".formatted(words),
        "%.1f".formatted(seconds),
        seconds > 0 ? Spread.of(words / seconds).shown(0) : "",
        Spread.of(ProcessMemory.resident()).shown(0),
        Spread.of(ProcessMemory.peak()).shown(0));
  }
}
