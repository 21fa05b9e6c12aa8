package io.github.albertner.cli;

import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.run.Checkpointing;
import io.github.albertner.run.RunDirectory;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.Trainer;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Model package to write.")
  private Path output;

  @Option(names = "--force", description = "Replace the output if it exists.")
  private boolean force;

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

  @Mixin private TrainingArguments arguments;
  @Spec private CommandSpec spec;

  @ParentCommand private Ner ner;

  @Override
  public Integer call() throws IOException {
    if (resume != null) {
      return Ner.run(StoredCommand.read(resume).with(spec.commandLine().getParseResult(), resume));
    }
    AtomicFile.checkWritable(output, force);
    PrintWriter err = spec.commandLine().getErr();
    TrainingRequest request =
        new TrainingRequest(
            inputs.baseModel(),
            inputs.vocabulary(),
            arguments.settings(inputs.baseModel()),
            arguments.storage(),
            card.notes());
    TrainingData data = inputs.readData(request.settings(), err);
    TrainingConsole console = new TrainingConsole(ner.interrupt(), err);
    try (RunDirectory directory = openDirectory()) {
      Checkpointing checkpoints = new Checkpointing(directory, checkpointSteps);
      TrainedModel trained = Trainer.train(request, data, console, Optional.of(checkpoints));
      new ModelSaver().save(trained.model(), output, force);
      err.printf(
          "wrote %s (%,d bytes): epoch %d, development F1 %.2f%n",
          output,
          Files.size(output),
          trained.best().epoch(),
          100 * trained.best().scores().micro().f1());
    } finally {
      console.close();
    }
    return ner.interrupt().requested() ? INTERRUPTED : 0;
  }

  private RunDirectory openDirectory() throws IOException {
    if (resumed) {
      return RunDirectory.open(runDirectory);
    }
    Path folder = runDirectory == null ? besideOutput() : runDirectory;
    RunDirectory directory = RunDirectory.create(folder, force);
    new StoredCommand(spec.commandLine().getParseResult()).write(folder);
    return directory;
  }

  private Path besideOutput() {
    String name = output.getFileName().toString();
    return output.resolveSibling(
        (name.endsWith(PACKAGE) ? name.substring(0, name.length() - PACKAGE.length()) : name)
            + ".run");
  }
}
