package io.github.albertner.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.Bootstrap;
import io.github.albertner.evaluate.ErrorAnalysis;
import io.github.albertner.evaluate.ErrorTable;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationJson;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.EvaluationTable;
import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.evaluate.PredictionsWriter;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.report.EvaluationReport;
import io.github.albertner.suggest.NearestName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Which scores are shown, and what is told beside them: the options of all commands that judge. */
final class ScoringArguments {
  private static final String ALL = "all";

  @Option(
      names = "--mode",
      paramLabel = "NAME,...",
      defaultValue = "strict",
      description =
          "Which scores to print: strict, conlleval, partial, type, several of them, or all. JSON"
              + " always has all. Default: ${DEFAULT-VALUE}.")
  private String mode;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "Resamples of the bootstrap that gives 95 %% intervals; 0 for no intervals. Default:"
              + " ${DEFAULT-VALUE}.")
  private int resamples;

  @Option(
      names = "--resample-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the resamples. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--output-predictions",
      paramLabel = "FILE",
      description =
          "Write what was found beside what is there: columns of word, gold tag and predicted tag,"
              + " as the conlleval script reads them, or JSON lines for a name that ends in .jsonl.")
  private Path predictions;

  @Option(
      names = "--probabilities",
      description = "With --output-predictions: a column with the probability of what was found.")
  private boolean probabilities;

  @Option(
      names = "--errors",
      paramLabel = "N",
      description = "List the errors by kind, with the first N of each.")
  private Integer errors;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write a page of the scores, confusion between labels, boundary errors, calibration and"
              + " the worst sentences.")
  private Path html;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @Option(names = "--force", description = "Replace output files that exist.")
  private boolean force;

  /**
   * Checks what can be checked before anything is read.
   *
   * @throws IllegalArgumentException if an option contradicts another or names no mode
   * @throws IOException if an output file exists already
   */
  void check() throws IOException {
    modes();
    options();
    if (errors != null && errors < 1) {
      throw new IllegalArgumentException("--errors: expected at least 1, found " + errors);
    }
    if (probabilities && predictions == null) {
      throw new IllegalArgumentException("--probabilities goes with --output-predictions=FILE");
    }
    for (Path file : new Path[] {predictions, html}) {
      if (file != null) {
        AtomicFile.checkWritable(file, force);
      }
    }
  }

  /** The modes to print, in the order asked for. */
  List<ScoringMode> modes() {
    if (mode.strip().equalsIgnoreCase(ALL)) {
      return List.of(ScoringMode.values());
    }
    List<ScoringMode> modes = new ArrayList<>();
    for (String name : mode.split(",", -1)) {
      modes.add(modeNamed(name.strip()));
    }
    return modes.stream().distinct().toList();
  }

  private static ScoringMode modeNamed(String name) {
    List<String> names = new ArrayList<>();
    for (ScoringMode known : ScoringMode.values()) {
      if (known.toString().equalsIgnoreCase(name)) {
        return known;
      }
      names.add(known.toString());
    }
    throw new IllegalArgumentException(
        "--mode: expected "
            + String.join(", ", names)
            + " or all, found '"
            + name
            + "'"
            + NearestName.hint(name, names));
  }

  /** Whether output files that exist are replaced. */
  boolean force() {
    return force;
  }

  /** How intervals are made. */
  EvaluationOptions options() {
    return resamples == 0
        ? EvaluationOptions.DEFAULTS.withoutIntervals()
        : EvaluationOptions.DEFAULTS.withBootstrap(new Bootstrap(resamples, seed));
  }

  /** Prints an evaluation as asked for, and writes the predictions. */
  void print(
      Evaluation evaluation,
      List<Sentence> gold,
      List<List<EntitySpan>> found,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    print(
        EvaluationJson.of(evaluation),
        EvaluationTable.render(evaluation, modes()),
        gold,
        found,
        out,
        err);
  }

  /** Prints scores in either form, errors of one side, and writes its predictions. */
  void print(
      JsonObject object,
      String table,
      List<Sentence> gold,
      List<List<EntitySpan>> found,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    List<JudgedSentence> judged = judged(gold, found);
    ErrorAnalysis wrong = ErrorAnalysis.of(judged);
    if (json) {
      JsonObject whole = object.deepCopy();
      whole.add("errors", EvaluationJson.of(wrong, gold, errors == null ? 0 : errors));
      out.println(new GsonBuilder().setPrettyPrinting().create().toJson(whole));
    } else {
      out.print(table);
      if (errors != null) {
        out.print("\n" + ErrorTable.render(wrong, gold, errors));
      }
    }
    out.flush();
    if (predictions != null) {
      write(
          predictions,
          writer ->
              PredictionsWriter.forName(predictions.toString())
                  .write(writer, gold, found, probabilities),
          err);
    }
    if (html != null) {
      String page = EvaluationReport.render("Evaluation", table, judged);
      write(html, writer -> writer.write(page), err);
    }
  }

  /** What goes into a file. */
  private interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  private void write(Path file, Content content, PrintWriter err) throws IOException {
    AtomicFile.write(
        file,
        force,
        to -> {
          Writer writer = Channels.newWriter(to, StandardCharsets.UTF_8);
          content.writeTo(writer);
          writer.flush();
        });
    err.println("wrote " + file);
    err.flush();
  }

  private static List<JudgedSentence> judged(List<Sentence> gold, List<List<EntitySpan>> found) {
    return IntStream.range(0, gold.size())
        .mapToObj(i -> new JudgedSentence(gold.get(i), found.get(i), OptionalDouble.empty()))
        .toList();
  }
}
