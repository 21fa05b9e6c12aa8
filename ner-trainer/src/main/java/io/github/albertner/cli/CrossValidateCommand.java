package io.github.albertner.cli;

import com.google.gson.JsonObject;
import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EvaluationTable;
import io.github.albertner.report.CardNotes;
import io.github.albertner.run.CrossValidation;
import io.github.albertner.run.CrossValidationJson;
import io.github.albertner.run.CrossValidationResult;
import io.github.albertner.run.CrossValidationTable;
import io.github.albertner.run.FoldResult;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingRequest;
import io.github.albertner.train.TrainingSettings;
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

/** Judges a way of training on all of a corpus. */
@Command(
    name = "cross-validate",
    description =
        "Trains on all folds of a corpus but one and tags that one, in turn: every sentence is"
            + " judged by a model that has not seen it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  ner cross-validate --data notes.conll --base-model albert-base-v2/",
      "  ner cross-validate --data notes.conll --base-model random:small --folds 10 \\",
      "    --epochs 30 --output-predictions found.conll --mode all --errors 5",
      "",
      "Folds keep documents whole where at least 20 are marked, and share out the entities of every"
          + " type. Of the sentences beside a fold, 15 %% choose the epoch; the fold's own choose"
          + " nothing. Each fold's model is freed before the next is trained. Printed are strict"
          + " scores by fold, their mean and standard deviation, and the scores of all sentences"
          + " together, with intervals. docs/evaluation.md says what each of them tells."
    })
final class CrossValidateCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences.")
  private List<Path> data;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Parts of the corpus, at least 2. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--dev-share",
      paramLabel = "SHARE",
      defaultValue = "" + CorpusSplitter.DEVELOPMENT_SHARE,
      description =
          "Share of the sentences beside a fold that epochs are chosen by. Default:"
              + " ${DEFAULT-VALUE}.")
  private double developmentShare;

  @Mixin private StartArguments start;
  @Mixin private ScoringArguments scoring;
  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;
  @Mixin private StorageArgument storage;
  @Mixin private TrainingArguments arguments;
  @Spec private CommandSpec spec;
  @ParentCommand private Ner ner;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    scoring.check();
    TrainingSettings settings = arguments.settings(start.baseModel());
    TrainingRequest request =
        new TrainingRequest(start.start(), settings, storage.type(), CardNotes.of("und", ""));
    Corpus read = corpus.readScored(data, err);
    List<Sentence> sentences = labelMap.apply(List.of(read.sentences())).get(0);
    CrossValidation validation =
        CrossValidation.of(sentences, folds, developmentShare, settings.seed());
    err.printf(
        Locale.ROOT,
        "%d folds by %s, seed %d%n",
        folds,
        validation.folds().byDocument() ? "document" : "sentence",
        settings.seed());
    if (validation.folds().moved() > 0) {
      err.printf(
          Locale.ROOT,
          "  %,d sentences moved to the fold that has most of those with the same words%n",
          validation.folds().moved());
    }
    CrossValidationResult result =
        validation.run(
            new Console(request, err),
            TaggerOptions.defaults().withDevice(settings.device()).withThreads(settings.threads()),
            scoring.options());
    if (result.folds().isEmpty()) {
      throw new IOException("stopped before the first fold was judged: nothing to tell");
    }
    print(result, err);
    return ner.interrupt().requested() ? INTERRUPTED : 0;
  }

  private void print(CrossValidationResult result, PrintWriter err) throws IOException {
    JsonObject json = CrossValidationJson.of(result);
    String table =
        CrossValidationTable.render(result)
            + "\nall sentences together\n\n"
            + EvaluationTable.render(result.pooled(), scoring.modes());
    scoring.print(
        json, table, result.sentences(), result.predicted(), spec.commandLine().getOut(), err);
  }

  /** Trains the models and shows how far it got. */
  private final class Console implements CrossValidation.FoldTrainer {
    private final TrainingRequest request;
    private final PrintWriter err;
    private final SeriesRunner runner;

    Console(TrainingRequest request, PrintWriter err) {
      this.request = request;
      this.err = err;
      runner = new SeriesRunner(ner.interrupt(), err);
    }

    @Override
    public Optional<TrainedModel> train(int fold, TrainingData sets, int test) throws IOException {
      err.printf(
          Locale.ROOT,
          "fold %d of %d: %,d sentences to learn from, %,d to choose the epoch by, %,d to judge%n",
          fold,
          folds,
          sets.training().size(),
          sets.development().size(),
          test);
      err.flush();
      return runner.train(request, sets, Optional.empty());
    }

    @Override
    public void ended(FoldResult result) {
      err.println(CrossValidationTable.HEADER);
      err.println(CrossValidationTable.row(result));
      err.flush();
    }
  }
}
