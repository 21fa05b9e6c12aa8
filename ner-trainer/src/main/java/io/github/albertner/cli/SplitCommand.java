package io.github.albertner.cli;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.WritingStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Splits a corpus into parts, such as training, development and test data. */
@Command(
    name = "split",
    description = "Splits a corpus into parts, such as training, development and test data.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner split --data wikigold.conll.txt --ratio 70:15:15 --output-dir parts/",
      "  ner split --data all.conll --ratio 80:20 --names train,test --to opennlp \\",
      "    --output-dir parts/",
      "  ner split --format xmi --type-system TypeSystem.xml \\",
      "    --entity-types my.Disease:disease --data notes/ --output-dir parts/",
      "",
      "Documents stay whole where the corpus has at least "
          + CorpusSplitter.FEWEST_DOCUMENTS
          + "; every part gets its share of the entities of every type, as near as can be; the same"
          + " sentence is never in two parts; the same seed gives the same parts."
    })
final class SplitCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences.")
  private List<Path> data;

  @Option(
      names = "--ratio",
      paramLabel = "A:B[:C...]",
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
  @Mixin private LabelMapArgument labelMap;
  @Spec private CommandSpec spec;

  @Option(
      names = "--names",
      split = ",",
      paramLabel = "NAME",
      description =
          "Names of the parts. Default: train,test of two, train,dev,test of three, otherwise part1"
              + " and so on.")
  private List<String> names = List.of();

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "conll",
      description = "Format to write, one that is written into a file. Default: ${DEFAULT-VALUE}.")
  private String to;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    List<Double> ratios = ratios();
    List<String> parts = names(ratios.size());
    CorpusSplitter splitter = new CorpusSplitter(ratios, seed);
    List<Path> files =
        parts.stream().map(name -> outputDir.resolve(name + "." + ending())).toList();
    for (Path file : files) {
      if (Files.exists(file) && !force) {
        throw new FileAlreadyExistsException(file.toString());
      }
    }
    CorpusSplitter.Split split =
        splitter.split(labelMap.apply(List.of(corpus.read(data, err).sentences())).get(0));
    Files.createDirectories(outputDir);
    for (int part = 0; part < files.size(); part++) {
      write(split.parts().get(part), files.get(part));
      err.println("wrote " + files.get(part));
    }
    err.printf(
        Locale.ROOT,
        "split by %s with seed %d%n",
        split.byDocument() ? "document" : "sentence",
        seed);
    if (split.moved() > 0) {
      err.printf(
          Locale.ROOT,
          "%,d sentences are not with their document, as others of the same words are in another"
              + " part%n",
          split.moved());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(SplitTable.render(parts, split));
    out.flush();
    return 0;
  }

  private void write(List<Sentence> sentences, Path file) throws IOException {
    try (ConversionOutput output = new ConversionOutput(file)) {
      try (CorpusWriter writer = output.writer(Corpora.format(to), WritingStyle.DEFAULTS)) {
        for (Sentence sentence : sentences) {
          writer.write(sentence);
        }
      }
      output.commit();
    }
  }

  /** What names of the parts end in; that the format can be written is found before reading. */
  private String ending() {
    Corpora.writer(to, Writer.nullWriter());
    return Corpora.format(to).ending();
  }

  private List<String> names(int parts) {
    if (names.isEmpty()) {
      return switch (parts) {
        case 2 -> List.of("train", "test");
        case 3 -> List.of("train", "dev", "test");
        default -> IntStream.rangeClosed(1, parts).mapToObj(i -> "part" + i).toList();
      };
    }
    if (names.size() != parts
        || new HashSet<>(names).size() < parts
        || !names.stream().allMatch(name -> name.matches("[\\w.-]*\\w"))) {
      throw new IllegalArgumentException(
          "expected --names as %s different names of letters, digits, '-' and '.', as many as"
                  .formatted(parts)
              + " --ratio has numbers, found "
              + names);
    }
    return names;
  }

  private List<Double> ratios() {
    try {
      List<Double> ratios = Arrays.stream(ratio.split(":")).map(Double::valueOf).toList();
      if (ratios.size() > 1) {
        return ratios;
      }
    } catch (NumberFormatException e) {
      throw wrongRatio(e);
    }
    throw wrongRatio(null);
  }

  private IllegalArgumentException wrongRatio(NumberFormatException cause) {
    return new IllegalArgumentException(
        "expected --ratio as two numbers or more such as 70:15:15, found \"" + ratio + "\"", cause);
  }
}
