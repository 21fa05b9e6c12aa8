package io.github.albertner.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.albertner.NerTagger;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusStatistics;
import io.github.albertner.corpus.LabelMap;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.AdaptiveData;
import io.github.albertner.evaluate.ComparedScores;
import io.github.albertner.evaluate.ComparedScoresJson;
import io.github.albertner.evaluate.ComparedScoresTable;
import io.github.albertner.evaluate.EntityComparison;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.EntityScoresJson;
import io.github.albertner.evaluate.EntityScoresTable;
import io.github.albertner.evaluate.NameFinderBaseline;
import io.github.albertner.evaluate.PairedBootstrap;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        "Scores a model, or predictions of any tool, on annotated data: strict entity precision, recall and F1.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner evaluate --model my.bin --data test.conll",
      "  ner evaluate --model my.bin --baseline en-ner-person.bin en-ner-location.bin \\",
      "    --data test.conll",
      "  ner evaluate --model my.bin --format xmi --type-system TypeSystem.xml \\",
      "    --entity-types my.Person:person,my.Place:location --data gold/",
      "  ner evaluate --data gold/ --entity-types my.Gold/kind --type-system TypeSystem.xml \\",
      "    --predictions found/ --predicted-types my.Mention/kind",
      "",
      "The model tags every sentence on its own; long ones are never cut. A baseline is called as"
          + " applications call it: one sentence at a time, in order. Intervals are the percentile"
          + " intervals of a paired bootstrap over documents where the data mark at least "
          + EntityComparison.FEWEST_DOCUMENTS
          + ", otherwise over sentences. Speed, without loading, is printed on standard error."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model package to judge; or --predictions.")
  private Path model;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences.")
  private List<Path> data;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @ArgGroup(exclusive = false, heading = "%nPredictions of another tool:%n")
  private PredictionArguments predictions;

  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;
  @Mixin private RunArguments run;

  @ArgGroup(exclusive = false, heading = "%nComparison:%n")
  private ComparisonArguments comparison;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if ((model == null) == (predictions == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "expected either --model=FILE or --predictions=FILE, found "
              + (model == null ? "neither" : "both"));
    }
    if (predictions != null && comparison != null) {
      throw new ParameterException(
          spec.commandLine(), "a baseline is compared with --model, found --predictions");
    }
    if (predictions != null) {
      scorePredictions(err);
      return 0;
    }
    PairedBootstrap bootstrap = comparison == null ? null : comparison.bootstrap();
    NameFinderBaseline baseline = comparison == null ? null : comparison.load();
    try (NerTagger tagger = NerTagger.load(model, run.toOptions())) {
      Corpus read = corpus.read(data, err);
      List<Sentence> sentences = labelMap.apply(List.of(read.sentences())).get(0);
      TreeSet<String> types = new TreeSet<>();
      sentences.forEach(s -> s.entities().forEach(entity -> types.add(entity.type())));
      warnOfUnknownTypes(types, tagger, err);
      LabelMap renaming = comparison == null ? LabelMap.NONE : comparison.labels(labelMap.labels());
      if (baseline != null) {
        comparison.warn(baseline.types(), renaming, types, err);
      }
      List<List<EntitySpan>> found =
          timed(
              "model",
              read.statistics(),
              () -> tagger.tagAll(sentences.stream().map(Sentence::words).toList()));
      if (baseline == null) {
        print(sentences, found);
      } else {
        AdaptiveData clearing = comparison.clearing(marksDocuments(read.statistics()));
        List<List<EntitySpan>> before =
            timed("baseline", read.statistics(), () -> baseline.findAll(sentences, clearing));
        EntityComparison compared = new EntityComparison();
        List<List<EntitySpan>> renamed = ComparisonArguments.renamed(sentences, before, renaming);
        for (int i = 0; i < sentences.size(); i++) {
          compared.add(sentences.get(i), renamed.get(i), found.get(i));
        }
        print(compared.scores(bootstrap), clearing);
      }
    }
    return 0;
  }

  private void scorePredictions(PrintWriter err) throws IOException {
    List<List<Sentence>> sides =
        labelMap.apply(
            corpus.read(data, predictions, err).stream().map(Corpus::sentences).toList());
    print(sides.get(0), sides.get(1).stream().map(Sentence::entities).toList());
  }

  /** The first sentence of each file always begins a document; of CASes that means something. */
  private static boolean marksDocuments(CorpusStatistics statistics) {
    boolean cases =
        statistics.files().stream().noneMatch(file -> Corpora.formats().containsKey(file.format()));
    return statistics.documents() > (cases ? 1 : statistics.files().size());
  }

  private <T> T timed(String name, CorpusStatistics statistics, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    spec.commandLine()
        .getErr()
        .printf("%s: %.1f s, %,.0f words/s%n", name, seconds, statistics.words() / seconds);
    return result;
  }

  private void print(List<Sentence> sentences, List<List<EntitySpan>> found) {
    EntityEvaluator evaluator = new EntityEvaluator();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      evaluator.add(sentence.entities(), found.get(i), sentence.words().size());
    }
    print(EntityScoresJson.of(evaluator.scores()), EntityScoresTable.render(evaluator.scores()));
  }

  private void print(ComparedScores scores, AdaptiveData clearing) {
    String when = clearing.name().toLowerCase(Locale.ROOT);
    JsonObject object = ComparedScoresJson.of(scores);
    object.addProperty("adaptiveDataCleared", when);
    print(
        object,
        ComparedScoresTable.render(scores)
            + "The baseline's adaptive data were cleared at the start of each %s.\n"
                .formatted(when));
  }

  private void print(JsonObject object, String table) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new GsonBuilder().setPrettyPrinting().create().toJson(object));
    } else {
      out.print(table);
    }
    out.flush();
  }

  private static void warnOfUnknownTypes(Set<String> types, NerTagger tagger, PrintWriter err) {
    TreeSet<String> unknown = new TreeSet<>(types);
    TreeSet<String> surplus = new TreeSet<>(tagger.types());
    unknown.removeAll(surplus);
    surplus.removeAll(types);
    if (!unknown.isEmpty()) {
      err.printf(
          "note: the model does not know %s, it knows %s; --map renames the data's types%n",
          unknown, tagger.types());
    }
    if (!surplus.isEmpty()) {
      err.printf(
          "note: the model finds %s, which the data do not have: all of these count as wrong%n",
          surplus);
    }
  }
}
