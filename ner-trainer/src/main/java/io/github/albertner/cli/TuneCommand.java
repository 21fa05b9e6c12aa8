package io.github.albertner.cli;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.run.TrainingData;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.tune.Budget;
import io.github.albertner.tune.MedianRule;
import io.github.albertner.tune.ResultsTable;
import io.github.albertner.tune.Search;
import io.github.albertner.tune.SearchDescription;
import io.github.albertner.tune.SearchDirectory;
import io.github.albertner.tune.SearchFiles;
import io.github.albertner.tune.SearchObserver;
import io.github.albertner.tune.SearchResults;
import io.github.albertner.tune.Trial;
import io.github.albertner.tune.TrialPlan;
import io.github.albertner.tune.TrialProgress;
import io.github.albertner.tune.TrialStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Searches for the settings that train the best tagger. */
@Command(
    name = "tune",
    description = "Trains with many settings and finds those with the best development F1.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  ner tune --train train.conll --dev dev.conll --base-model random:small \\",
      "    --output-dir search --minutes 60",
      "  ner tune --train train.conll --dev dev.conll --base-model albert-base-v2/ \\",
      "    --output-dir search --search learning-rate=1e-5..1e-4:log \\",
      "    --search batch-size=16,32 --search dropout=0..0.2 --trials 12 --epochs 4",
      "  ner tune --train train.conll --dev dev.conll --base-model random:small \\",
      "    --output-dir grid --strategy grid --search learning-rate=3e-4,7e-4,2e-3 \\",
      "    --search word-dropout=0,0.1",
      "  ner train --train train.conll --dev dev.conll --base-model random:small \\",
      "    --settings search/best.settings --output my.bin",
      "",
      "The folder gets results.html with plots, best.settings for ner train, best.params for"
          + " OpenNLP's own trainer, and trials.jsonl. The same command goes on with a search that"
          + " was interrupted or killed, or whose --trials or --minutes were raised. Settings that"
          + " are not searched are given as for ner train."
    })
final class TuneCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;

  @Mixin private TrainingInputs inputs;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the search; made if it is not there.")
  private Path output;

  @Option(names = "--force", description = "Begin anew in a folder that holds a search.")
  private boolean force;

  @Mixin private SearchArguments search;
  @Mixin private TrainingArguments arguments;
  @Spec private CommandSpec spec;

  @ParentCommand private Ner ner;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    TrainingSettings settings = arguments.settings(inputs.baseModel());
    TrialPlan plan = search.plan(inputs.baseModel(), settings);
    Budget budget = search.budget();
    Optional<MedianRule> pruning = search.pruning();
    TrainingData data = inputs.readData(settings, err);
    Checkpoint base = inputs.start().read(settings.seed());
    SearchFiles files =
        new SearchFiles(
            SearchDescription.of(plan, settings, base, data.training(), data.development()),
            plan.space(),
            settings,
            CommandText.of(spec.commandLine().getParent().getParseResult().originalArgs()),
            inputs.start(),
            inputs.developmentFiles(),
            inputs.labelMap());
    try (SearchDirectory directory =
        SearchDirectory.open(output, files.description(), files.command(), force)) {
      ner.interrupt().install();
      SearchResults results;
      try (TuneProgress progress = new TuneProgress(plan, budget, directory.results(), err)) {
        progress.introduce(settings);
        results =
            Search.of(
                    plan,
                    pruning,
                    budget,
                    directory,
                    base,
                    settings,
                    data.training(),
                    data.development())
                .run(new Observer(progress, files, directory));
      }
      files.write(results, directory);
      return report(results, plan, err);
    }
  }

  /** Shows what happens, keeps the files of the results up to date, and hears Ctrl-C. */
  private final class Observer implements SearchObserver {
    private final TuneProgress progress;
    private final SearchFiles files;
    private final SearchDirectory directory;

    Observer(TuneProgress progress, SearchFiles files, SearchDirectory directory) {
      this.progress = progress;
      this.files = files;
      this.directory = directory;
    }

    @Override
    public void started(int trial, Map<String, String> varied) {
      progress.started(trial, varied);
    }

    @Override
    public void advanced(TrialProgress step) {
      progress.advanced(step);
    }

    @Override
    public void ended(Trial trial, SearchResults soFar) throws IOException {
      progress.ended(trial, soFar);
      files.write(soFar, directory);
    }

    @Override
    public boolean stopRequested() {
      return ner.interrupt().requested();
    }
  }

  private int report(SearchResults results, TrialPlan plan, PrintWriter err) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ResultsTable.render(results, plan.space()));
    out.flush();
    boolean interrupted = ner.interrupt().requested();
    Optional<Trial> best = results.best();
    if (best.isEmpty() && !interrupted) {
      throw new IOException(
          "none of %s trials gave a tagger; %s says why each ended"
              .formatted(results.trials().size(), output.resolve(SearchFiles.PAGE)));
    }
    best.ifPresent(found -> err.print(advice(found)));
    int planned = Search.trials(plan, search.budget()).orElse(Integer.MAX_VALUE);
    boolean unfinished =
        results.trials().size() < planned
            || results.trials().stream().anyMatch(t -> t.status() == TrialStatus.STOPPED);
    if (interrupted) {
      err.println("interrupted; the same command goes on");
    } else if (unfinished) {
      err.println("the minutes are used up; the same command with more --minutes goes on");
    }
    err.flush();
    return interrupted ? INTERRUPTED : 0;
  }

  private String advice(Trial best) {
    return String.format(
        Locale.ROOT,
        "wrote %s, %s and %s: trial %d, development F1 %.2f%n"
            + "It was chosen by that F1, which flatters it: judge on other data. To train it:%n"
            + "  ner train %s --settings %s --output my.bin%n",
        output.resolve(SearchFiles.PAGE),
        SearchFiles.SETTINGS,
        SearchFiles.PARAMETERS,
        best.number(),
        100 * best.best().orElseThrow().f1(),
        CommandText.options(spec.commandLine().getParseResult(), inputOptions()),
        CommandText.quote(output.resolve(SearchFiles.SETTINGS).toString()));
  }

  /** The options that say what is learned from, which training shares. */
  private static Set<String> inputOptions() {
    return CommandSpec.forAnnotatedObject(new TrainingInputs()).options().stream()
        .map(OptionSpec::longestName)
        .collect(Collectors.toSet());
  }
}
