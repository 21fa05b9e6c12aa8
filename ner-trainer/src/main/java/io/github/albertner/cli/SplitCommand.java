package io.github.albertner.cli;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Splits a corpus into training, development and test parts. */
@Command(
    name = "split",
    description = "Splits a corpus into train.conll, dev.conll and test.conll.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner split --data wikigold.conll.txt --ratio 70:15:15 --output-dir parts/",
      "  ner split --format xmi --type-system TypeSystem.xml --entity-types my.Disease:disease \\",
      "    --data notes/ --output-dir parts/",
      "",
      "Documents stay whole where the corpus has at least 20; the same sentence is never in two"
          + " parts; the same seed gives the same parts."
    })
final class SplitCommand implements Callable<Integer> {
  private static final List<String> NAMES = List.of("train.conll", "dev.conll", "test.conll");

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences.")
  private List<Path> data;

  @Option(
      names = "--ratio",
      paramLabel = "A:B:C",
      defaultValue = "70:15:15",
      description = "Sizes of the parts. Default: ${DEFAULT-VALUE}.")
  private String ratio;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the split. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the parts; made if it does not exist.")
  private Path outputDir;

  @Option(names = "--force", description = "Replace parts that exist.")
  private boolean force;

  @Mixin private CorpusArguments corpus;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    CorpusSplitter splitter = new CorpusSplitter(ratios(), seed);
    for (String name : NAMES) {
      if (Files.exists(outputDir.resolve(name)) && !force) {
        throw new FileAlreadyExistsException(outputDir.resolve(name).toString());
      }
    }
    Corpus read = corpus.read(data, err);
    CorpusSplitter.Split split = splitter.split(read.sentences());
    Files.createDirectories(outputDir);
    for (int part = 0; part < NAMES.size(); part++) {
      Path file = outputDir.resolve(NAMES.get(part));
      try (CorpusWriter writer =
          Corpora.writer("conll", Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        for (Sentence sentence : split.parts().get(part)) {
          writer.write(sentence);
        }
      }
      err.printf("wrote %s: %,d sentences%n", file, split.parts().get(part).size());
    }
    err.println(split.byDocument() ? "split by document" : "split by sentence");
    return 0;
  }

  private List<Double> ratios() {
    try {
      List<Double> ratios = Arrays.stream(ratio.split(":")).map(Double::valueOf).toList();
      if (ratios.size() == NAMES.size()) {
        return ratios;
      }
    } catch (NumberFormatException e) {
      throw wrongRatio(e);
    }
    throw wrongRatio(null);
  }

  private IllegalArgumentException wrongRatio(NumberFormatException cause) {
    return new IllegalArgumentException(
        "expected --ratio as three numbers such as 70:15:15, found \"" + ratio + "\"", cause);
  }
}
