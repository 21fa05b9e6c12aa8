package io.github.albertner.cli;

import com.google.gson.JsonObject;
import io.github.albertner.NerTagger;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusStatistics;
import io.github.albertner.corpus.LabelMap;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.TypeNames;
import io.github.albertner.evaluate.AdaptiveData;
import io.github.albertner.evaluate.ComparedScores;
import io.github.albertner.evaluate.ComparedScoresTable;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationJson;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.EvaluationTable;
import io.github.albertner.evaluate.KnownEntities;
import io.github.albertner.evaluate.NameFinderBaseline;
import io.github.albertner.evaluate.Resampling;
import io.github.albertner.evaluate.TaggedColumns;
import io.github.albertner.evaluate.Tagging;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.Provenance;
import io.github.albertner.report.TestScores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges a model on annotated data, alone or beside the OpenNLP models it is to replace. */
@Command(
    name = "evaluate",
    description =
        "Scores a model, or predictions of any tool, on annotated data: strict entity precision,"
            + " recall and F1 with 95 %% intervals, and other scores by name.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner evaluate --model my.bin --data test.conll",
      "  ner evaluate --model my.bin --data test.conll --mode all \\",
      "    --train-data train.conll --errors 5 --output-predictions found.conll",
      "  ner evaluate --model my.bin --baseline en-ner-person.bin en-ner-location.bin \\",
      "    --data test.conll",
      "  ner evaluate --model my.bin --format xmi --type-system TypeSystem.xml \\",
      "    --entity-types my.Person:person,my.Place:location --data gold/",
      "  ner evaluate --data gold/ --entity-types my.Gold/kind \\",
      "    --type-system TypeSystem.xml --predictions found/ \\",
      "    --predicted-types my.Mention/kind",
      "  ner evaluate --tagged output-of-another-tool.conll --mode conlleval",
      "",
      "A model that was trained with --context-pieces sees each sentence among its neighbours in the"
          + " document, others see it on its own. Long sentences are never cut. A baseline of OpenNLP is called as applications call it: one"
          + " sentence at a time, in order. Intervals are percentile intervals of a bootstrap, with"
          + " a baseline of a paired one, over documents where the data mark at least "
          + Resampling.FEWEST_DOCUMENTS
          + ", otherwise over sentences. Speed, without loading, is printed on standard error.",
      "docs/evaluation.md defines all scores."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model package to judge; or --predictions.")
  private Path model;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences.")
  private List<Path> data = List.of();

  @Option(
      names = "--tagged",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Instead of model and data: files as the conlleval script takes them, the gold and the"
              + " predicted tag in the last two columns. Illegal tags count in conlleval scores"
              + " only.")
  private List<Path> tagged = List.of();

  @Option(
      names = "--train-data",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "What the model was trained on: entities that occur there, same words and type, are also"
              + " scored apart from those that do not.")
  private List<Path> trainData = List.of();

  @Option(
      names = "--add-to-card",
      description =
          "Write the scores into the model's package: its card then has them, with their"
              + " intervals, in place of earlier ones.")
  private boolean addToCard;

  @ArgGroup(exclusive = false, heading = "%nPredictions of another tool:%n")
  private PredictionArguments predictions;

  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;
  @Mixin private RunArguments run;
  @Mixin private ScoringArguments scoring;

  @ArgGroup(exclusive = false, heading = "%nComparison:%n")
  private ComparisonArguments comparison;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    checkInputs();
    if (model == null && comparison != null) {
      throw new ParameterException(
          spec.commandLine(), "a baseline is compared with --model, found none");
    }
    if (addToCard && (model == null || comparison != null)) {
      throw new ParameterException(
          spec.commandLine(), "--add-to-card goes with --model, and without --baseline");
    }
    scoring.check();
    if (!tagged.isEmpty()) {
      scoreTagged(err);
      return 0;
    }
    if (predictions != null) {
      scorePredictions(err);
      return 0;
    }
    if (comparison != null && scoring.options().bootstrap().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--baseline: expected --resamples of 100 or more, found 0");
    }
    NameFinderBaseline baseline = comparison == null ? null : comparison.load(run.toOptions());
    try (NerTagger tagger = NerTagger.load(model, run.toOptions())) {
      corpus.useLanguageOf(tagger.manifest().language());
      Corpus read = corpus.readScored(data, err);
      Sides sides = renamed(List.of(read.sentences()), err);
      List<Sentence> sentences = sides.sets().get(0);
      TreeSet<String> types = new TreeSet<>();
      sentences.forEach(s -> s.entities().forEach(entity -> types.add(entity.type())));
      warnOfUnknownTypes(types, tagger, err);
      LabelMap renaming = comparison == null ? LabelMap.NONE : comparison.labels(labelMap.labels());
      if (baseline != null) {
        comparison.warn(baseline.types(), renaming, types, err);
      }
      List<List<EntitySpan>> found =
          timed("model", read.statistics(), () -> Tagging.tag(tagger, sentences));
      if (baseline == null) {
        Evaluation evaluation = print(sentences, found, sides.options());
        if (addToCard) {
          addToCard(evaluation);
        }
      } else {
        AdaptiveData clearing = comparison.clearing(marksDocuments(read.statistics()));
        List<List<EntitySpan>> before =
            timed("baseline", read.statistics(), () -> baseline.findAll(sentences, clearing));
        ComparedScores compared =
            ComparedScores.of(
                sentences,
                ComparisonArguments.renamed(sentences, before, renaming),
                found,
                sides.options());
        print(compared, clearing, sentences, found);
      }
    }
    return 0;
  }

  private void checkInputs() {
    String problem = null;
    if (!tagged.isEmpty()) {
      if (model != null || predictions != null || !data.isEmpty()) {
        problem = "--tagged files hold data and predictions; expected no others";
      } else if (!labelMap.labels().sources().isEmpty()) {
        problem = "--map applies to --data, found --tagged";
      }
    } else if (data.isEmpty()) {
      problem = "Missing required option: '--data=FILE'";
    } else if ((model == null) == (predictions == null)) {
      problem =
          "expected either --model=FILE or --predictions=FILE, found "
              + (model == null ? "neither" : "both");
    }
    if (problem != null) {
      throw new ParameterException(spec.commandLine(), problem);
    }
  }

  private void scoreTagged(PrintWriter err) throws IOException {
    TaggedColumns columns = TaggedColumns.read(tagged);
    err.printf(
        "read %s: gold tags %s, predicted tags %s%n",
        tagged, columns.goldScheme(), columns.predictedScheme());
    List<Long> illegal = columns.illegal();
    if (illegal.get(0) + illegal.get(1) > 0) {
      err.printf(
          Locale.ROOT,
          "note: %,d gold and %,d predicted entities have illegal tags; only conlleval scores count"
              + " them%n",
          illegal.get(0),
          illegal.get(1));
    }
    List<Long> joined = columns.joinedByScript();
    if (joined.get(0) + joined.get(1) > 0) {
      err.printf(
          Locale.ROOT,
          "note: in conlleval scores, %,d gold and %,d predicted entities are one with their"
              + " neighbour of the same type, as the script has no rule for E- before B- nor for S-,"
              + " L- and U-%n",
          joined.get(0),
          joined.get(1));
    }
    Sides sides = renamed(List.of(columns.gold()), err);
    scoring.print(
        columns.evaluate(sides.options()),
        columns.gold(),
        columns.predicted(),
        spec.commandLine().getOut(),
        err);
  }

  /**
   * Sets of sentences with the types that are asked for, and options that know the training data.
   */
  private record Sides(List<List<Sentence>> sets, EvaluationOptions options) {}

  private Sides renamed(List<List<Sentence>> sets, PrintWriter err) throws IOException {
    if (trainData.isEmpty()) {
      return new Sides(labelMap.apply(sets), scoring.options());
    }
    List<List<Sentence>> all = new ArrayList<>(sets);
    all.add(corpus.read(trainData, err).sentences());
    List<List<Sentence>> mapped = labelMap.apply(all);
    KnownEntities known = KnownEntities.of(mapped.get(sets.size()));
    return new Sides(mapped.subList(0, sets.size()), scoring.options().withKnown(known));
  }

  private void scorePredictions(PrintWriter err) throws IOException {
    Sides sides =
        renamed(corpus.read(data, predictions, err).stream().map(Corpus::sentences).toList(), err);
    List<List<EntitySpan>> found = sides.sets().get(1).stream().map(Sentence::entities).toList();
    print(sides.sets().get(0), found, sides.options());
  }

  /**
   * The first sentence of each file always begins a document; where each is one, that means
   * something.
   */
  static boolean marksDocuments(CorpusStatistics statistics) {
    boolean cases =
        statistics.files().stream()
            .allMatch(
                file ->
                    !Corpora.formats().containsKey(file.format()) // Other forms of CASes.
                        || Corpora.format(file.format()).output() == CorpusFormat.Output.FOLDER);
    return statistics.documents() > (cases ? 1 : statistics.files().size());
  }

  private <T> T timed(String name, CorpusStatistics statistics, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%s: %.1f s, %,.0f words/s%n",
            name,
            seconds,
            statistics.words() / seconds);
    return result;
  }

  private Evaluation print(
      List<Sentence> sentences, List<List<EntitySpan>> found, EvaluationOptions options)
      throws IOException {
    Evaluation evaluation = Evaluation.of(sentences, found, options);
    scoring.print(
        evaluation, sentences, found, spec.commandLine().getOut(), spec.commandLine().getErr());
    return evaluation;
  }

  private void addToCard(Evaluation evaluation) throws IOException {
    String described = Provenance.describe(corpus.files(data));
    TestScores scores =
        new TestScores(described, EvaluationTable.render(evaluation, scoring.modes()), evaluation);
    ModelPackage scored = ModelPackage.read(model);
    scores.warning(scored).ifPresent(spec.commandLine().getErr()::println);
    scores.addTo(scored).write(model, true);
    spec.commandLine().getErr().println("wrote the scores into " + model);
  }

  private void print(
      ComparedScores scores,
      AdaptiveData clearing,
      List<Sentence> sentences,
      List<List<EntitySpan>> found)
      throws IOException {
    String when = clearing.name().toLowerCase(Locale.ROOT);
    JsonObject object = EvaluationJson.of(scores);
    object.addProperty("adaptiveDataCleared", when);
    scoring.print(
        object,
        ComparedScoresTable.render(scores, scoring.modes())
            + "The baseline's adaptive data were cleared at the start of each %s.\n"
                .formatted(when),
        sentences,
        found,
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
  }

  private static void warnOfUnknownTypes(Set<String> types, NerTagger tagger, PrintWriter err) {
    TreeSet<String> unknown = new TreeSet<>(types);
    TreeSet<String> surplus = new TreeSet<>(tagger.types());
    unknown.removeAll(surplus);
    surplus.removeAll(types);
    if (!unknown.isEmpty()) {
      err.printf(
          "note: the model does not know %s, it knows %s; --map%s renames the data's types%n",
          unknown,
          tagger.types(),
          TypeNames.mapTo(types, tagger.types()).map(" "::concat).orElse(""));
    }
    if (!surplus.isEmpty()) {
      err.printf(
          "note: the model finds %s, which the data do not have: all of these count as wrong%n",
          surplus);
    }
  }
}
