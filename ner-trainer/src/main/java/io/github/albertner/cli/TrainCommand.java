package io.github.albertner.cli;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.calibrate.ActivationCalibration;
import io.github.albertner.calibrate.PrecisionScores;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.EvaluationTable;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.evaluate.Tagging;
import io.github.albertner.inspect.CorpusInspection;
import io.github.albertner.inspect.CorpusPart;
import io.github.albertner.inspect.InspectionText;
import io.github.albertner.inspect.ModelPieces;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.Provenance;
import io.github.albertner.report.TestScores;
import io.github.albertner.run.Checkpointing;
import io.github.albertner.run.RunDirectory;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.Trainer;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingRequest;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.validate.SeedRuns;
import io.github.albertner.validate.SeedTable;
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
    List<Sentence> test = series.readTest(inputs, err);
    if (!resumed) {
      warn(request, data, test);
    }
    try (RunDirectory directory = openDirectory()) {
      TrainedModel trained =
          series.isSeries()
              ? trainSeeds(request, data, test, directory.folder())
              : train(request, data, directory);
      ModelPackage model = calibrated(trained.model(), data, request.settings());
      if (!test.isEmpty()) {
        model = judged(model, test, request.settings());
      }
      new ModelSaver().save(model, output.file(), output.force());
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

  private void warn(TrainingRequest request, TrainingData data, List<Sentence> test)
      throws IOException {
    List<CorpusPart> parts = new ArrayList<>();
    parts.add(CorpusPart.of("train", data.training()));
    parts.add(CorpusPart.of("dev", data.development()));
    if (!test.isEmpty()) {
      parts.add(CorpusPart.of("test", test));
    }
    PrintWriter err = spec.commandLine().getErr();
    ModelPieces pieces = ModelPieces.of(inputs.baseModel(), request.readStart());
    CorpusInspection.beforeTraining(parts, pieces)
        .forEach(finding -> err.print(InspectionText.render(finding)));
    err.flush();
  }

  private TrainedModel train(TrainingRequest request, TrainingData data, RunDirectory directory)
      throws IOException {
    TrainingConsole console = new TrainingConsole(ner.interrupt(), spec.commandLine().getErr());
    try {
      Checkpointing checkpoints = new Checkpointing(directory, checkpointSteps);
      return Trainer.train(request, data, console, Optional.of(checkpoints));
    } finally {
      console.close();
    }
  }

  private TrainedModel trainSeeds(
      TrainingRequest request, TrainingData data, List<Sentence> test, Path folder)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    SeedTraining training =
        new SeedTraining(
            request,
            data,
            folder,
            checkpointSteps,
            output.force(),
            resumed,
            new SeriesRunner(ner.interrupt(), err),
            err);
    SeedRuns runs =
        SeedRuns.run(series.seeds(request.settings()), test, training, tagging(request.settings()));
    print(SeedTable.render(runs));
    return runs.best();
  }

  /** Adds activation ranges, and what each precision costs on the development data. */
  private ModelPackage calibrated(ModelPackage model, TrainingData data, TrainingSettings settings)
      throws IOException {
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "measuring what each precision costs on %,d development sentences%n",
            data.development().size());
    ModelPackage measured = ActivationCalibration.of(model, data.training(), settings.threads());
    return PrecisionScores.of(measured, data.development(), settings.threads())
        .addTo(measured, "the development data");
  }

  /** Scores the model on the test data, prints that, and has its card say so. */
  private ModelPackage judged(ModelPackage model, List<Sentence> test, TrainingSettings settings)
      throws IOException {
    Evaluation evaluation;
    try (NerTagger tagger = NerTagger.of(model, tagging(settings))) {
      evaluation = Evaluation.of(test, Tagging.tag(tagger, test), EvaluationOptions.DEFAULTS);
    }
    String table = EvaluationTable.render(evaluation, List.of(ScoringMode.STRICT));
    print("test data\n\n" + table);
    String files = Provenance.describe(inputs.files(series.testFiles()));
    TestScores scores = new TestScores(files, table, evaluation);
    scores.warning(model).ifPresent(spec.commandLine().getErr()::println);
    return scores.addTo(model);
  }

  private static TaggerOptions tagging(TrainingSettings settings) {
    return TaggerOptions.defaults().withDevice(settings.device()).withThreads(settings.threads());
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
