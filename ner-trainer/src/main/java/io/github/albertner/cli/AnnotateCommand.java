package io.github.albertner.cli;

import io.github.albertner.PipelineOptions;
import io.github.albertner.document.AnnotationFormat;
import io.github.albertner.document.AnnotationWriter;
import io.github.albertner.text.Annotator;
import io.github.albertner.text.PassageReader;
import io.github.albertner.text.RawTextReader;
import io.github.albertner.text.TextInput;
import io.github.albertner.text.TokenizedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds named entities in text. */
@Command(
    name = "annotate",
    description = "Finds named entities in text.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Text is raw prose unless --tokenized is given: sentences and tokens are found first. A blank"
          + " line ends a sentence, a single line break does not but before items of lists and the"
          + " like (docs/text.md). Results appear while reading;"
          + " inputs of any size will do. A model trained with --context-pieces sees each sentence"
          + " among its neighbours in the text (with --tokenized, up to the next blank line), and"
          + " its results appear when the words that follow are known.",
      "",
      "Output formats:",
      "  text     a table: begin, end, type, probability, text on one line",
      "  json     JSON Lines: for each sentence tokens, entities and all offsets",
      "  html     a page to look at: the text with its entities in colour",
      "  opennlp  name samples: <START:person> Ada Lovelace <END> left .",
      "  conll    a token, a tab and its BIO tag a line; blank lines end sentences",
      "  xmi      a UIMA CAS with sentences, tokens and named entities (label,",
      "           score), for one text a file; TypeSystem.xml, which UIMA's viewers",
      "           ask for, is written beside it",
      "begin and end are half-open and count UTF-16 units of the input, as Java and JavaScript do,"
          + " after a byte order mark; json counts code points too, as Python does.",
      "",
      "Examples:",
      "  echo \"Ada Lovelace lived in London.\" | ner annotate",
      "  ner annotate --output-format html --output report.html report.txt",
      "  ner annotate --types person --min-probability 0.9 letters/*.txt",
      "  ner annotate --output-format json < a.txt | jq -r '.entities[].text'",
      "  ner annotate --model diseases.bin --tokenized --output-format conll a.txt",
      "  ner annotate --output-format xmi --output-dir cases/ letters/*.txt",
      "  ner evaluate --data gold/ --predictions cases/ --type-system TypeSystem.xml"
    })
final class AnnotateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "Text to annotate; standard input if none is given, or for -.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model package. Default: models/english.bin of this project.")
  private Path model;

  @Option(
      names = "--tokenized",
      description = "The text has a sentence on each line, its tokens separated by white space.")
  private boolean tokenized;

  @Option(
      names = "--output-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, html, opennlp, conll or xmi. Default: ${DEFAULT-VALUE}.")
  private AnnotationFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file, in UTF-8, instead of standard output.")
  private Path output;

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description =
          "Write a file for each text into this folder, made if it does not exist: a.txt becomes"
              + " a.txt.xmi, or what the format is.")
  private Path outputDir;

  @Option(names = "--force", description = "Replace output files that exist.")
  private boolean force;

  @Option(
      names = "--types",
      paramLabel = "TYPE",
      split = ",",
      description = "Only entities of these types, separated by commas.")
  private Set<String> types = new LinkedHashSet<>();

  @Option(
      names = "--min-probability",
      paramLabel = "P",
      defaultValue = "0",
      description = "Only entities at least so probable, from 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double minProbability;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Encoding of the text, such as windows-1252; what it does not allow is read as U+FFFD."
              + " Default: UTF-8, and an error where the text is not.")
  private String encoding;

  @Mixin private SplittingArguments splitting;
  @Mixin private RunArguments run;

  private final StandardStreams streams;
  private final AnnotationTagger.Loader loader;

  /** A command on the process's standard streams. */
  AnnotateCommand() {
    this(StandardStreams.ofProcess(), AnnotationTagger::load);
  }

  /** A command on other streams, with another tagger. */
  AnnotateCommand(StandardStreams streams, AnnotationTagger.Loader loader) {
    this.streams = streams;
    this.loader = loader;
  }

  /**
   * Annotates.
   *
   * @return 0
   * @throws IOException if the model, an input or the output cannot be used; the message says which
   * @throws IllegalArgumentException if an option has a value that cannot be
   */
  @Override
  public Integer call() throws IOException {
    if (!(minProbability >= 0 && minProbability <= 1)) {
      throw new IllegalArgumentException(
          "--min-probability: expected a number from 0 to 1, found " + minProbability);
    }
    PipelineOptions options =
        PipelineOptions.defaults()
            .withTypes(List.copyOf(types))
            .withMinProbability(minProbability)
            .withLanguage(splitting.language())
            .withSplitter(splitting.splitter())
            .withTagger(run.toOptions());
    Charset charset = charset();
    List<AnnotationInput> inputs = AnnotationInput.all(files);
    AnnotationJob.Plan plan = AnnotationJob.plan(format, output, outputDir, force, inputs);
    try (AnnotationTagger tagger = loader.load(model, options);
        BarLine bar = bar(inputs)) {
      plan.writeCompanions();
      Annotator.Tally tally = new Annotator.Tally(0, 0);
      for (AnnotationJob job : plan.jobs()) {
        tally = tally.plus(annotate(tagger, job, charset, bar));
      }
      if (tally.sentences() > 0 && tally.entities() == 0 && format == AnnotationFormat.TEXT) {
        streams.err().println("No entities in " + tally.sentences() + " sentences.");
      }
    } catch (StandardStreams.ReaderGoneException e) {
      return 0; // Who piped this into head has seen enough.
    }
    return 0;
  }

  /** There is one where a terminal has nothing else to show. */
  private BarLine bar(List<AnnotationInput> inputs) throws IOException {
    PrintWriter err = new PrintWriter(streams.err(), true, StandardCharsets.UTF_8);
    if (output == null && outputDir == null) {
      return BarLine.hidden(err);
    }
    long total = 0;
    for (AnnotationInput input : inputs) {
      total += input.size();
    }
    return total > 0 ? new BarLine("annotate", total, err) : BarLine.hidden(err);
  }

  private Annotator.Tally annotate(
      AnnotationTagger tagger, AnnotationJob job, Charset charset, BarLine bar) throws IOException {
    List<String> names = job.inputs().stream().map(AnnotationInput::name).toList();
    Annotator.Tally tally = new Annotator.Tally(0, 0);
    Writer text =
        new BufferedWriter(
            new OutputStreamWriter(job.output().open(streams, format), StandardCharsets.UTF_8));
    try (AnnotationWriter out = format.writer(text, names, tagger.language())) {
      for (AnnotationInput input : job.inputs()) {
        if (files.isEmpty() && streams.interactive() && streams.in().available() == 0) {
          streams.err().println("Reading what you type; a blank line shows what was found in it.");
          streams.err().println("End with Ctrl-D (Ctrl-Z on Windows); --help explains more.");
        }
        TextInput decoded = input.open(streams, charset, bar);
        try (PassageReader in =
            tokenized
                ? new TokenizedReader(decoded)
                : new RawTextReader(decoded, tagger.splitter())) {
          tally = tally.plus(tagger.annotator().annotate(in, out));
        }
      }
    }
    return tally;
  }

  /** The encoding named, or null where none is. */
  private Charset charset() {
    try {
      return encoding == null ? null : Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "--encoding: expected the name of an encoding, such as windows-1252 or UTF-16LE, found '"
              + encoding
              + "'",
          e);
    }
  }
}
