package io.github.albertner.cli;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.Provenance;
import io.github.albertner.run.ActivationCalibration;
import io.github.albertner.run.PrecisionScores;
import io.github.albertner.settings.Ranges;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a package needs to run in 8-bit integers. */
@Command(
    name = "calibrate",
    description =
        "Measures the ranges of a model's activations, which --precision int8 needs, and what each"
            + " precision costs it in F1; writes a package that holds both.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ner package calibrate --model imported.bin --data dev.conll \\",
      "    --output calibrated.bin",
      "",
      "Packages of ner train have their ranges already, from the training data. Weights stay as"
          + " they are; 512 sentences are measured at most."
    })
final class PackageCalibrateCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Model package to measure.")
  private Path file;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences like those the model is for, not its test data.")
  private List<Path> data;

  @Mixin private CorpusArguments corpus;

  @Mixin private PackageOutput output;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processor threads. Default: all processors.")
  private Integer threads;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    output.check();
    PrintWriter err = spec.commandLine().getErr();
    ModelPackage model = ModelPackage.read(file);
    List<Sentence> sentences = corpus.read(data, err).sentences();
    int most = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Ranges.threads(most);
    ModelPackage calibrated = ActivationCalibration.of(model, sentences, most);
    PrecisionScores scores = PrecisionScores.of(calibrated, sentences, most);
    PrintWriter out = spec.commandLine().getOut();
    scores
        .f1()
        .forEach(
            (precision, f1) ->
                out.printf(
                    Locale.ROOT,
                    "%-5s F1 %6.2f  %+.2f%n",
                    precision.label(),
                    100 * f1,
                    scores.change(precision)));
    out.flush();
    new ModelSaver()
        .save(scores.addTo(calibrated, Provenance.describe(data)), output.file(), output.force());
    err.printf("wrote %s%n", output.file());
    return 0;
  }
}
