package io.github.albertner.cli;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.EpochMetrics;
import io.github.albertner.report.EpochTable;
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
import java.util.ArrayList;
import java.util.List;
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

  @Mixin private TrainingInputs inputs;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Model package to write.")
  private Path output;

  @Option(names = "--force", description = "Replace the output if it exists.")
  private boolean force;

  @Mixin private CardArguments card;
  @Mixin private TrainingArguments arguments;
  @Spec private CommandSpec spec;

  @ParentCommand private Ner ner;

  @Override
  public Integer call() throws IOException {
    AtomicFile.checkWritable(output, force);
    TrainingSettings settings = arguments.settings(inputs.baseModel());
    PrintWriter err = spec.commandLine().getErr();
    TrainingInputs.Data data = inputs.readData(settings, err);
    Checkpoint base = inputs.readBaseModel(settings);
    Instant started = Instant.now();
    try (FineTuning tuning =
        FineTuning.prepare(base, settings, data.training(), data.development())) {
      EpochTable.introduction(tuning, settings).forEach(err::println);
      err.flush();
      List<EpochMetrics> epochs = new ArrayList<>();
      ner.interrupt().install();
      try {
        run(tuning, epochs, err);
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
      write(tuning, settings, data, best, epochs, started);
      err.printf(
          "wrote %s (%,d bytes): epoch %d, development F1 %.2f%n",
          output, Files.size(output), best.epoch(), 100 * best.scores().micro().f1());
    }
    return ner.interrupt().requested() ? INTERRUPTED : 0;
  }

  private static boolean isUseful(TrainingLoop loop) {
    return loop.best().filter(EpochResult::isUseful).isPresent();
  }

  private void run(FineTuning tuning, List<EpochMetrics> epochs, PrintWriter err) {
    TrainingLoop loop = tuning.loop();
    try (TrainingProgress progress = new TrainingProgress(loop.totalSteps(), err)) {
      while (loop.hasNext() && !ner.interrupt().requested()) {
        TrainingStep step = loop.next();
        progress.show(step);
        step.epochResult()
            .map(result -> EpochMetrics.of(result, Double.NaN))
            .ifPresent(epochs::add);
      }
    }
    if (ner.interrupt().requested()) {
      err.println(isUseful(loop) ? "interrupted; keeping the best epoch so far" : "interrupted");
    }
  }

  private void write(
      FineTuning tuning,
      TrainingSettings settings,
      TrainingInputs.Data data,
      EpochResult best,
      List<EpochMetrics> epochs,
      Instant started)
      throws IOException {
    ModelPackage model =
        TrainedPackage.of(tuning, settings, best, epochs, card.notes(), data.provenance(), started);
    new ModelSaver().save(model.storedAs(arguments.storage()), output, force);
  }
}
