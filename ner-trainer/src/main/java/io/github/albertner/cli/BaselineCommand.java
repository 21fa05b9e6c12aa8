package io.github.albertner.cli;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.AdaptiveData;
import io.github.albertner.evaluate.BaselineSettings;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.KnownEntities;
import io.github.albertner.evaluate.NameFinderBaseline;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains and judges OpenNLP's own name finder on the same data. */
@Command(
    name = "baseline",
    description = "Trains OpenNLP's NameFinderME on the data and scores it by the same rules.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ner baseline --train train.conll --data test.conll --algorithm maxent \\",
      "    --output old.bin",
      "",
      "Features and codec are OpenNLP's defaults; adaptive data are cleared at every sentence."
    })
final class BaselineCommand implements Callable<Integer> {
  @Option(
      names = "--train",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences to learn from.")
  private List<Path> train;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences to be judged on.")
  private List<Path> data;

  @Option(
      names = "--algorithm",
      defaultValue = "perceptron",
      paramLabel = "NAME",
      description = "perceptron (300 iterations) or maxent (100). Default: ${DEFAULT-VALUE}.")
  private BaselineSettings.Algorithm algorithm;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Training iterations. Default: the algorithm's.")
  private Integer iterations;

  @Option(
      names = "--cutoff",
      paramLabel = "N",
      description = "Leave out features seen fewer times. Default: 0, as NameFinderME.train.")
  private Integer cutoff;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Save OpenNLP's model too, for ner evaluate --baseline.")
  private Path output;

  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;
  @Mixin private ScoringArguments scoring;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    scoring.check();
    if (output != null) {
      AtomicFile.checkWritable(output, scoring.force());
    }
    List<Sentence> training = corpus.read(train, err).sentences();
    List<Sentence> scored = corpus.readScored(data, err).sentences();
    List<List<Sentence>> sets = labelMap.apply(List.of(training, scored));
    BaselineSettings usual = BaselineSettings.defaults(algorithm);
    BaselineSettings settings =
        new BaselineSettings(
            algorithm,
            iterations == null ? usual.iterations() : iterations,
            cutoff == null ? usual.cutoff() : cutoff);
    err.printf(
        Locale.ROOT,
        "training NameFinderME: %s, %d iterations, cutoff %d%n",
        settings.algorithm().name().toLowerCase(Locale.ROOT),
        settings.iterations(),
        settings.cutoff());
    err.flush();
    NameFinderBaseline baseline = NameFinderBaseline.train(sets.get(0), settings, "en");
    if (output != null) {
      AtomicFile.write(output, scoring.force(), to -> baseline.write(Channels.newOutputStream(to)));
      err.println("wrote " + output);
    }
    List<List<EntitySpan>> found = baseline.findAll(sets.get(1), AdaptiveData.SENTENCE);
    EvaluationOptions how = scoring.options().withKnown(KnownEntities.of(sets.get(0)));
    scoring.print(Evaluation.of(sets.get(1), found, how), sets.get(1), found, out, err);
    return 0;
  }
}
