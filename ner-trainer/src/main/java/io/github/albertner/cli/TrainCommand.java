package io.github.albertner.cli;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.EpochTable;
import io.github.albertner.report.Provenance;
import io.github.albertner.report.TrainedPackage;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingCollapseException;
import io.github.albertner.train.TrainingLoop;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains a tagger. */
@Command(
    name = "train",
    description = "Fine-tunes an ALBERT on annotated sentences and packages the best epoch.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  ner train --train train.conll --dev dev.conll --base-model random:small \\",
      "    --output my.bin",
      "  ner train --train notes.train --base-model albert-base-v2/ --output my.bin",
      "  ner train --format xmi --type-system TypeSystem.xml --train notes/ \\",
      "    --entity-types my.Disease:disease,my.Drug:drug --base-model random:small \\",
      "    --output my.bin",
      "",
      "After every epoch a line of scores on the development data; the best epoch by F1 is"
          + " packaged at the end, or when you press Ctrl-C. The same seed on the same machine gives"
          + " the same model."
    })
final class TrainCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;

  @Option(
      names = "--train",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences to learn from.")
  private List<Path> train;

  @Option(
      names = "--dev",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Annotated sentences to judge epochs by. Default: 15 %% of the training sentences.")
  private List<Path> dev = List.of();

  @Option(
      names = "--base-model",
      required = true,
      paramLabel = "DIR|random:SIZE",
      description =
          "Folder with a Hugging Face ALBERT, or random:tiny, random:small, random:base for random"
              + " weights.")
  private String baseModel;

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "spiece.model or tokenizer.json. Default: the base model's; with random weights the"
              + " project's own, English and cased.")
  private Path vocabulary;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Model package to write.")
  private Path output;

  @Option(names = "--force", description = "Replace the output if it exists.")
  private boolean force;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "und",
      description = "Language of the text, such as en, for the package.")
  private String language;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What the model is for and the licences of its data, for the model card.")
  private String description;

  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;
  @Mixin private TrainingArguments arguments;
  @Spec private CommandSpec spec;

  @ParentCommand private Ner ner;

  @Override
  public Integer call() throws IOException {
    AtomicFile.checkWritable(output, force);
    TrainingSettings settings = arguments.settings(baseModel);
    PrintWriter err = spec.commandLine().getErr();
    Data data = readData(settings, err);
    Checkpoint base =
        BaseModels.resolve(baseModel, Optional.ofNullable(vocabulary), settings.seed());
    Instant started = Instant.now();
    try (FineTuning tuning = FineTuning.prepare(base, settings, data.training, data.development)) {
      EpochTable.introduction(tuning, settings).forEach(err::println);
      err.flush();
      ner.interrupt().install();
      try {
        run(tuning, err);
      } catch (TrainingCollapseException e) {
        if (!isUseful(tuning.loop())) {
          throw e;
        }
        err.println("ner: " + e.getMessage());
      }
      EpochResult best =
          tuning
              .loop()
              .best()
              .orElseThrow(
                  () -> new IOException("stopped before the first epoch ended: nothing to keep"));
      if (!best.isUseful() && ner.interrupt().requested()) {
        throw new IOException("stopped before an epoch found anything right: nothing to keep");
      }
      if (!best.isUseful()) {
        throw new IOException(
            TrainingCollapseException.nothingRight(best.scores().micro().predicted(), settings));
      }
      write(tuning, settings, data, best, started);
      err.printf(
          "wrote %s (%,d bytes): epoch %d, development F1 %.2f%n",
          output, Files.size(output), best.epoch(), 100 * best.scores().micro().f1());
    }
    return ner.interrupt().requested() ? INTERRUPTED : 0;
  }

  private static boolean isUseful(TrainingLoop loop) {
    return loop.best().filter(EpochResult::isUseful).isPresent();
  }

  private record Data(
      List<Sentence> training, List<Sentence> development, Map<String, String> provenance) {}

  private Data readData(TrainingSettings settings, PrintWriter err) throws IOException {
    Corpus read = corpus.read(train, err);
    if (!dev.isEmpty()) {
      List<List<Sentence>> sets =
          labelMap.apply(List.of(read.sentences(), corpus.read(dev, err).sentences()));
      return new Data(
          sets.get(0), sets.get(1), Provenance.ofData(corpus.files(train), corpus.files(dev)));
    }
    CorpusSplitter.Split split =
        CorpusSplitter.forDevelopment(CorpusSplitter.DEVELOPMENT_SHARE, settings.seed())
            .split(labelMap.apply(List.of(read.sentences())).get(0));
    err.printf(
        "no --dev: %,d sentences to learn from, %,d to judge by, split by %s with seed %d%n",
        split.parts().get(0).size(),
        split.parts().get(1).size(),
        split.byDocument() ? "document" : "sentence",
        settings.seed());
    return new Data(
        split.parts().get(0),
        split.parts().get(1),
        Provenance.ofData(corpus.files(train), corpus.files(dev)));
  }

  private void run(FineTuning tuning, PrintWriter err) {
    TrainingLoop loop = tuning.loop();
    try (TrainingProgress progress = new TrainingProgress(loop.totalSteps(), err)) {
      while (loop.hasNext() && !ner.interrupt().requested()) {
        TrainingStep step = loop.next();
        progress.show(step);
      }
    }
    if (ner.interrupt().requested()) {
      err.println(isUseful(loop) ? "interrupted; keeping the best epoch so far" : "interrupted");
    }
  }

  private void write(
      FineTuning tuning, TrainingSettings settings, Data data, EpochResult best, Instant started)
      throws IOException {
    ModelPackage model =
        TrainedPackage.of(tuning, settings, best, language, description, data.provenance, started);
    new ModelSaver().save(model.storedAs(arguments.storage()), output, force);
  }
}
