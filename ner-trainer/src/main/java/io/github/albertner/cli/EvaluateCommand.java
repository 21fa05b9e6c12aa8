package io.github.albertner.cli;

import com.google.gson.GsonBuilder;
import io.github.albertner.NerTagger;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.EntityScores;
import io.github.albertner.evaluate.EntityScoresJson;
import io.github.albertner.evaluate.EntityScoresTable;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a model on annotated data. */
@Command(
    name = "evaluate",
    description = "Scores a model on annotated data: strict entity precision, recall and F1.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ner evaluate --model my.bin --data test.conll",
      "",
      "Every sentence is tagged on its own; long ones are never cut. Speed, without loading, is"
          + " printed on standard error."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Model package to judge.")
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

  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;
  @Mixin private RunArguments run;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (NerTagger tagger = NerTagger.load(model, run.toOptions())) {
      List<Sentence> sentences = labelMap.apply(List.of(corpus.read(data, err).sentences())).get(0);
      warnOfUnknownTypes(sentences, tagger, err);
      long start = System.nanoTime();
      List<List<EntitySpan>> found =
          tagger.tagAll(sentences.stream().map(Sentence::words).toList());
      double seconds = (System.nanoTime() - start) / 1e9;
      EntityEvaluator evaluator = new EntityEvaluator();
      long words = 0;
      for (int i = 0; i < sentences.size(); i++) {
        Sentence sentence = sentences.get(i);
        evaluator.add(sentence.entities(), found.get(i), sentence.words().size());
        words += sentence.words().size();
      }
      print(evaluator.scores());
      err.printf("%.1f s, %,.0f words/s%n", seconds, words / seconds);
    }
    return 0;
  }

  private void print(EntityScores scores) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new GsonBuilder().setPrettyPrinting().create().toJson(EntityScoresJson.of(scores)));
    } else {
      out.print(EntityScoresTable.render(scores));
    }
    out.flush();
  }

  private static void warnOfUnknownTypes(
      List<Sentence> sentences, NerTagger tagger, PrintWriter err) {
    TreeSet<String> unknown = new TreeSet<>();
    sentences.forEach(s -> s.entities().forEach(entity -> unknown.add(entity.type())));
    tagger.types().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      err.printf(
          "note: the model does not know %s, it knows %s; --map renames the data's types%n",
          unknown, tagger.types());
    }
  }
}
