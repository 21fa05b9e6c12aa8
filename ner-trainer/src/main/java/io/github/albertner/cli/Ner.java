package io.github.albertner.cli;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.dependency.DependencyException;
import io.github.albertner.dependency.LoadFailure;
import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.pretrain.DivergedException;
import io.github.albertner.suggest.NearestName;
import io.github.albertner.train.TrainingCollapseException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ner}. */
@Command(
    name = "ner",
    description = "Trains, judges and runs ALBERT named-entity taggers for OpenNLP and UIMA.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  echo \"Angela Merkel visited Paris.\" | ner annotate",
      "  ner train --train train.conll --dev dev.conll --base-model random:small \\",
      "    --output my.bin",
      "  ner evaluate --model my.bin --data test.conll",
      "",
      "Completion in bash and zsh: source <(ner generate-completion)",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted."
    },
    subcommands = {
      HelpCommand.class,
      AnnotateCommand.class,
      TrainCommand.class,
      PretrainCommand.class,
      TuneCommand.class,
      EvaluateCommand.class,
      BaselineCommand.class,
      CrossValidateCommand.class,
      InspectCommand.class,
      SplitCommand.class,
      VocabularyCommand.class,
      CasingCommand.class,
      EmbeddingsCommand.class,
      ConvertCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      PackageCommand.class,
      DoctorCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Ner {
  /** What picocli says where an option that there is not stands behind one that takes several. */
  private static final Pattern UNKNOWN_IN_PLACE =
      Pattern.compile("^Unknown option: '([^']+)'; Expected parameter");

  @Option(
      names = "--stacktrace",
      description = "Show where an error arose.",
      scope = ScopeType.INHERIT)
  private boolean stacktrace;

  private final InterruptHandler interrupt = new InterruptHandler();

  Ner() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    StandardStreams.Output out =
        new StandardStreams.Output(new FileOutputStream(FileDescriptor.out));
    System.setOut(
        new PrintStream(new BufferedOutputStream(out), true, StandardStreams.outputEncoding()));
    int code;
    try {
      code = run(arguments);
    } catch (LinkageError e) { // before there is a command that could say it
      System.err.println("ner: " + LoadFailure.of(e, Ner.class.getClassLoader()).getMessage());
      code = CommandLine.ExitCode.SOFTWARE;
    }
    System.out.flush();
    if (code == CommandLine.ExitCode.OK && out.failure().isPresent()) {
      System.err.println("ner: " + out.failure().get().getMessage());
      code = CommandLine.ExitCode.SOFTWARE;
    }
    System.exit(code);
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    Ner ner = new Ner();
    try {
      return new CommandLine(ner)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setUsageHelpAutoWidth(true)
          .setUnmatchedOptionsAllowedAsOptionParameters(false)
          .setParameterExceptionHandler((e, given) -> reportUsage(e))
          .setExecutionStrategy(Ner::execute)
          .setExecutionExceptionHandler((e, command, result) -> ner.report(e, command))
          .execute(arguments);
    } catch (OutOfMemoryError e) {
      return ner.reportMemory(e);
    } finally {
      // Only now: what a command that was interrupted has to say is said.
      ner.interrupt.done();
    }
  }

  /** Asks a command that supports it to end in order. */
  InterruptHandler interrupt() {
    return interrupt;
  }

  /**
   * Runs a command, unless an option of one value has several: picocli would drop the options given
   * before beside the first of them, where options are grouped for the help.
   */
  private static int execute(ParseResult given) {
    ParseResult last = given;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine command = last.commandSpec().commandLine();
    last.matchedOptions().stream()
        .filter(option -> !option.isMultiValue() && option.originalStringValues().size() > 1)
        .findFirst()
        .ifPresent(
            option -> {
              throw new OverwrittenOptionException(
                  command,
                  option,
                  "option '%s' should be specified only once".formatted(option.longestName()));
            });
    try {
      return new CommandLine.RunLast().execute(given);
    } catch (LinkageError e) {
      DependencyException explained = LoadFailure.of(e, Ner.class.getClassLoader());
      throw new CommandLine.ExecutionException(command, explained.getMessage(), explained);
    }
  }

  /** Says what is wrong with the arguments and what may have been meant; not the whole help. */
  private static int reportUsage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    if (command.getParent() == null && command.getParseResult().originalArgs().isEmpty()) {
      command.usage(err);
      return CommandLine.ExitCode.USAGE;
    }
    ParameterException cause = e;
    List<String> unknown = command.getUnmatchedArguments();
    Matcher inPlace = UNKNOWN_IN_PLACE.matcher(e.getMessage());
    if (inPlace.find()) {
      cause = new UnmatchedArgumentException(command, List.of(inPlace.group(1)));
    } else if (e instanceof MissingParameterException && !unknown.isEmpty()) {
      // A misspelt option: what it is is more use than that the right one is missing.
      cause = new UnmatchedArgumentException(command, unknown);
    }
    err.println(command.getColorScheme().errorText("ner: " + cause.getMessage()));
    if (!suggestOption(cause, err)) {
      UnmatchedArgumentException.printSuggestions(cause, err);
    }
    err.printf("%s --help explains all options%n", command.getCommandSpec().qualifiedName());
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  /** Names the option that a misspelt one was; picocli's own suggestions miss {@code --tain}. */
  private static boolean suggestOption(ParameterException e, PrintWriter err) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return false;
    }
    List<String> known =
        e.getCommandLine().getCommandSpec().options().stream()
            .map(CommandLine.Model.OptionSpec::longestName)
            .toList();
    Optional<String> meant =
        unmatched.getUnmatched().stream()
            .filter(argument -> argument.startsWith("--"))
            .flatMap(
                argument ->
                    known.stream()
                        .filter(option -> letters(option).equals(letters(argument)))
                        .findFirst()
                        .or(() -> NearestName.of(argument, known))
                        .stream())
            .findFirst();
    meant.ifPresent(option -> err.println("Did you mean: " + option + "?"));
    return meant.isPresent();
  }

  /** In order: two that changed places are the commonest slip. */
  private static List<Integer> letters(String name) {
    return name.chars().sorted().boxed().toList();
  }

  private int reportMemory(OutOfMemoryError e) {
    System.err.println("ner: out of memory: " + e.getMessage());
    if (!String.valueOf(e.getMessage()).contains("native thread")) {
      System.err.printf(
          Locale.ROOT,
          "Java may use %,d MiB here; NER_JAVA_OPTIONS=-Xmx8g allows it 8 GiB%n",
          Runtime.getRuntime().maxMemory() >> 20);
    }
    if (stacktrace) {
      e.printStackTrace();
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private int report(Exception e, CommandLine command) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError memory) {
        return reportMemory(memory); // of another thread
      }
    }
    command.getErr().println(command.getColorScheme().errorText("ner: " + message(e)));
    if (e instanceof CorpusFormatException bad && bad.skippable()) {
      command.getErr().println("--skip-bad-lines leaves such sentences out and counts them");
    }
    if (stacktrace) {
      e.printStackTrace(command.getErr());
    } else if (!isExpected(e)) {
      command.getErr().println("This looks like a fault of ours; --stacktrace shows where.");
    }
    return e instanceof IllegalArgumentException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean isExpected(Exception e) {
    return e instanceof IOException
        || e instanceof IllegalArgumentException
        || e instanceof DependencyException
        || e instanceof DeviceMemoryException
        || e instanceof DivergedException
        || e instanceof TrainingCollapseException;
  }

  private static String message(Exception e) {
    if (e instanceof NoSuchFileException missing && missing.getReason() == null) {
      return missing.getFile() + ": no such file";
    }
    if (e instanceof FileAlreadyExistsException exists && exists.getReason() == null) {
      return exists.getFile() + ": exists already; --force replaces it";
    }
    if (e instanceof AccessDeniedException denied && denied.getReason() == null) {
      return denied.getFile() + ": access denied";
    }
    return e.getMessage() == null || !isExpected(e) ? e.toString() : e.getMessage();
  }
}
