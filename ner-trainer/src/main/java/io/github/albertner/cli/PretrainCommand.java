package io.github.albertner.cli;

import io.github.albertner.checkpoint.StagedFolder;
import io.github.albertner.plaintext.TextFiles;
import io.github.albertner.pretrain.PretrainingSettings;
import io.github.albertner.run.Checkpointing;
import io.github.albertner.run.Pretrained;
import io.github.albertner.run.Pretrainer;
import io.github.albertner.run.PretrainingRequest;
import io.github.albertner.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** Pretrains an encoder. */
@Command(
    name = "pretrain",
    description = {
      "Pretrains an ALBERT by masked words on plain text.",
      "",
      "Words of the text are hidden, and the network learns to guess them. What comes of it is a"
          + " Hugging Face folder: a base model for ner train, which then needs fewer annotated"
          + " sentences."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  ner pretrain --text notes/ --base-model albert-base-v2/ --epochs 3 \\",
      "    --output notes-albert",
      "  ner pretrain --text 'text/*.txt.xz' --windows 64:0.7,128:0.3 --minutes 600 \\",
      "    --base-model random:small,attention=neighbours --output my-albert",
      "  ner pretrain --resume my-albert.run",
      "  ner train --train train.conll --base-model my-albert --output my.bin",
      "",
      "The text is encoded once, into the run's folder or --cache. Ctrl-C saves the run and ends; DIR.run/best is always the best"
          + " model so far, and can be fine-tuned while the run goes on. A run that was stopped or"
          + " killed and resumed gives the same weights as one that was not."
    })
final class PretrainCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;
  private static final String RUN = ".run";

  @Mixin private PlainTextArguments text;

  @Option(
      names = "--dev",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Text to judge by. Default: a share of --text that is not learned from.")
  private List<Path> dev = List.of();

  @Option(
      names = "--dev-share",
      paramLabel = "SHARE",
      defaultValue = "0.005",
      description =
          "Without --dev, share of the text that is held out, by documents or blocks of 50"
              + " paragraphs; at most 1,024 windows of it are used. Default: ${DEFAULT-VALUE}.")
  private double devShare;

  @Mixin private StartArguments start;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write the model into.")
  private Path output;

  @Option(names = "--force", description = "Replace the output, and a run in its folder.")
  private boolean force;

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description =
          "Folder for the run's settings, metrics, report, checkpoints and best model. Default: the"
              + " output's name with .run behind it.")
  private Path runDirectory;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Folder for the text as pieces, to be shared by runs with the same vocabulary. Default:"
              + " pieces in the run's folder.")
  private Path cache;

  @Option(
      names = "--notes",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "A paragraph for the model's README.md: licences, what it is for.")
  private String notes;

  @Option(
      names = "--checkpoint-steps",
      paramLabel = "N",
      defaultValue = "" + Checkpointing.DEFAULT_STEPS,
      description =
          "Updates after which the run's state is saved, beside the end and Ctrl-C. Default:"
              + " ${DEFAULT-VALUE}.")
  private int checkpointSteps;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      help = true,
      description =
          "Go on with the run of this folder, where it was started and with all that it was started"
              + " with; only --steps, --output and --force may be given anew. With another --steps,"
              + " the rate is from now on that of a run of so many.")
  private Path resume;

  @Option(names = StoredCommand.RESUMED, hidden = true)
  private boolean resumed;

  @Mixin private StorageArgument storage;
  @Mixin private PretrainingOptions options;
  @Spec private CommandSpec spec;

  @ParentCommand private Ner ner;

  @Override
  public Integer call() throws IOException {
    if (resume != null) {
      return Ner.run(
          StoredCommand.read(spec.name(), resume)
              .with(spec.commandLine().getParseResult(), resume));
    }
    PretrainingSettings settings = options.settings(start.baseModel());
    StagedFolder.check(output, force || resumed);
    PrintWriter err = spec.commandLine().getErr();
    PretrainingRequest request =
        new PretrainingRequest(
            start.start(),
            text.files(),
            dev.isEmpty() ? List.of() : TextFiles.find(dev),
            devShare,
            text.encoding(),
            text.language(),
            cache == null ? folder().resolve("pieces") : cache,
            settings,
            notes);
    try (RunDirectory directory = openDirectory()) {
      Optional<Pretrained> trained = pretrain(request, directory);
      if (trained.isEmpty()) {
        err.printf(
            "stopped; go on with: ner pretrain --resume %s%n",
            CommandText.quote(directory.folder().toString()));
        return INTERRUPTED;
      }
      trained.get().model().write(output, trained.get().card(), storage.type(), force || resumed);
      err.printf(
          Locale.ROOT,
          "wrote %s: update %,d, held-out loss %.4f, perplexity %.2f, masked accuracy %.2f %%%n",
          output,
          trained.get().evaluation().step(),
          trained.get().evaluation().loss(),
          trained.get().evaluation().perplexity(),
          100 * trained.get().evaluation().accuracy());
      return 0;
    }
  }

  private Optional<Pretrained> pretrain(PretrainingRequest request, RunDirectory directory)
      throws IOException {
    PretrainingConsole console =
        new PretrainingConsole(ner.interrupt(), spec.commandLine().getErr());
    try {
      return Pretrainer.pretrain(request, console, new Checkpointing(directory, checkpointSteps));
    } finally {
      console.close();
    }
  }

  private Path folder() {
    return runDirectory == null ? output.resolveSibling(output.getFileName() + RUN) : runDirectory;
  }

  private RunDirectory openDirectory() throws IOException {
    if (resumed) {
      return RunDirectory.open(folder());
    }
    RunDirectory directory = RunDirectory.create(folder(), force);
    new StoredCommand(spec.commandLine().getParseResult()).write(folder());
    return directory;
  }
}
