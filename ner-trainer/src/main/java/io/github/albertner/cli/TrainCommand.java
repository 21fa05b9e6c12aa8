package io.github.albertner.cli;

import io.github.albertner.inspect.CorpusInspection;
import io.github.albertner.inspect.CorpusPart;
import io.github.albertner.inspect.InspectionText;
import io.github.albertner.inspect.ModelPieces;
import io.github.albertner.run.Checkpointing;
import io.github.albertner.run.RunDirectory;
import io.github.albertner.run.SeedRuns;
import io.github.albertner.run.SeedTable;
import io.github.albertner.run.TestData;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingJob;
import io.github.albertner.run.TrainingRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    abbreviateSynopsis = true,
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
      "  ner train --train train.conll --dev dev.conll --test test.conll --seeds 5 \\",
      "    --base-model albert-base-v2/ --output my.bin",
      "  ner train --resume my.run",
      "",
      "After every epoch a line of scores on the development data; the best epoch by F1 is"
          + " packaged at the end, or when you press Ctrl-C. The same seed on the same machine gives"
          + " the same model, and so does a run that was stopped or killed and resumed."
    })
final class TrainCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;
  private static final String PACKAGE = ".bin";

  @Mixin private TrainingInputs inputs;

  @Mixin private PackageOutput output;

  @Mixin private CardArguments card;

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description =
          "Folder for the run's settings, metrics, report and checkpoints. Default: the output's name"
              + " with .run instead of .bin.")
  private Path runDirectory;

  @Option(
      names = "--checkpoint-steps",
      paramLabel = "N",
      defaultValue = "" + Checkpointing.DEFAULT_STEPS,
      description =
          "Updates after which the run's state is saved, beside the ends of epochs; 0 for only"
              + " those. Default: ${DEFAULT-VALUE}.")
  private int checkpointSteps;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      help = true,
      description =
          "Go on with the run of this folder, where it was started and with all that it was started"
              + " with; only --max-minutes, --output and --force may be given anew.")
  private Path resume;

  @Option(names = StoredCommand.RESUMED, hidden = true)
  private boolean resumed;

  @Mixin private SeriesArguments series;
  @Mixin private StorageArgument storage;
  @Mixin private TrainingArguments arguments;
  @Spec private CommandSpec spec;

  @ParentCommand private Ner ner;

  @Override
  public Integer call() throws IOException {
    if (resume != null) {
      return Ner.run(
          StoredCommand.read("train", resume).with(spec.commandLine().getParseResult(), resume));
    }
    output.check();
    series.check();
    PrintWriter err = spec.commandLine().getErr();
    TrainingRequest request =
        new TrainingRequest(
            inputs.start(), arguments.settings(inputs.baseModel()), storage.type(), card.notes());
    inputs.useLanguageOf(card.notes().language());
    TrainingData data = inputs.readData(request.settings(), err);
    TestData test = series.readTest(inputs, err);
    TrainingJob job = new TrainingJob(request, data, test);
    if (!resumed) {
      warn(job);
    }
    try (RunDirectory directory = openDirectory()) {
      TrainedModel trained = train(job, directory);
      trained.test().ifPresent(scores -> print("test data\n\n" + scores.table()));
      new ModelSaver().save(trained.model(), output.file(), output.force());
      err.printf(
          Locale.ROOT,
          "wrote %s (%,d bytes): epoch %d, development F1 %.2f%n",
          output.file(),
          Files.size(output.file()),
          trained.best().epoch(),
          100 * trained.best().scores().micro().f1());
    }
    return ner.interrupt().requested() ? INTERRUPTED : 0;
  }

  private void warn(TrainingJob job) throws IOException {
    List<CorpusPart> parts = new ArrayList<>();
    parts.add(CorpusPart.of("train", job.data().training()));
    parts.add(CorpusPart.of("dev", job.data().development()));
    if (!job.test().sentences().isEmpty()) {
      parts.add(CorpusPart.of("test", job.test().sentences()));
    }
    PrintWriter err = spec.commandLine().getErr();
    ModelPieces pieces = ModelPieces.of(inputs.baseModel(), job.request().readStart());
    CorpusInspection.beforeTraining(parts, pieces)
        .forEach(finding -> err.print(InspectionText.render(finding)));
    err.flush();
  }

  private TrainedModel train(TrainingJob job, RunDirectory directory) throws IOException {
    TrainingConsole console = new TrainingConsole(ner.interrupt(), spec.commandLine().getErr());
    try {
      return series.isSeries()
          ? job.finish(bestOfSeeds(job, directory.folder()), console)
          : job.run(console, Optional.of(new Checkpointing(directory, checkpointSteps)));
    } finally {
      console.close();
    }
  }

  private TrainedModel bestOfSeeds(TrainingJob job, Path folder) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    SeedTraining training =
        new SeedTraining(
            job.request(),
            job.data(),
            folder,
            checkpointSteps,
            output.force(),
            resumed,
            new SeriesRunner(ner.interrupt(), err),
            err);
    SeedRuns runs =
        SeedRuns.run(
            series.seeds(job.request().settings()),
            job.test().sentences(),
            training,
            job.tagging());
    print(SeedTable.render(runs));
    return runs.best();
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private RunDirectory openDirectory() throws IOException {
    if (resumed) {
      return RunDirectory.open(runDirectory);
    }
    Path folder = runDirectory == null ? besideOutput() : runDirectory;
    RunDirectory directory = RunDirectory.create(folder, output.force());
    new StoredCommand(spec.commandLine().getParseResult()).write(folder);
    return directory;
  }

  private Path besideOutput() {
    String name = output.file().getFileName().toString();
    return output
        .file()
        .resolveSibling(
            (name.endsWith(PACKAGE) ? name.substring(0, name.length() - PACKAGE.length()) : name)
                + ".run");
  }
}
