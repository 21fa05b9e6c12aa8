package io.github.albertner.cli;

import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusReader;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.LabelMap;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.UnwritableSentenceException;
import io.github.albertner.corpus.WritingStyle;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a corpus in another format. */
@Command(
    name = "convert",
    description = "Reads a corpus in one format and writes it in another.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner convert --list-formats",
      "  ner convert --data notes/ --to spacy --output notes.jsonl",
      "  ner convert --data 'data/**/*.conll' --map PER=person,MISC= --to opennlp \\",
      "    --output all.train",
      "  ner convert --data train.conll --to prodigy --unit sentence \\",
      "    --output train.jsonl",
      "  ner convert --format conll02 --encoding ISO-8859-1 --data esp.train \\",
      "    --to conll --to-scheme BIOES --output esp.conll",
      "",
      "Several files become one, or for brat and xmi a folder of documents. What the other format"
          + " cannot hold is counted; a sentence that would be read back as another one ends the"
          + " conversion, and nothing is left behind."
    })
final class ConvertCommand implements Callable<Integer> {

  /** Either that, or all of these. */
  private static final class Work {
    @Option(names = "--list-formats", required = true, description = "List all formats.")
    private boolean list;

    @ArgGroup(exclusive = false)
    private Conversion conversion;
  }

  /** From where, to where. */
  private static final class Conversion {
    @Option(
        names = "--data",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "Files, folders or patterns in quotes ('data/**/*.conll').")
    private List<Path> data;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "NAME",
        completionCandidates = FormatNames.class,
        description = "Format to write; --list-formats says which are written.")
    private String to;

    @Option(
        names = "--output",
        required = true,
        paramLabel = "FILE|DIR",
        description = "File to write; for brat and xmi a folder.")
    private Path output;
  }

  @ArgGroup(multiplicity = "1")
  private Work work;

  @Option(
      names = "--to-scheme",
      paramLabel = "SCHEME",
      description =
          "Tags to write: ${COMPLETION-CANDIDATES}. Default: BIO; for conll03 IOB1, as there.")
  private TagScheme toScheme;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      defaultValue = "document",
      description =
          "JSON with texts: what becomes a record, ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  private WritingStyle.Unit unit;

  @Option(names = "--force", description = "Replace the output if it exists.")
  private boolean force;

  @Mixin private LabelMapArgument labelMap;
  @Mixin private CorpusArguments corpus;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (work.list) {
      list(spec.commandLine().getOut());
      return 0;
    }
    Conversion conversion = work.conversion;
    CorpusFormat format = Corpora.format(conversion.to);
    WritingStyle style = new WritingStyle(Optional.ofNullable(toScheme), unit);
    if (format.output() == CorpusFormat.Output.NONE) {
      format.writer(conversion.output, style); // Says why not.
    }
    if (Files.exists(conversion.output) && !force) {
      throw new FileAlreadyExistsException(conversion.output.toString());
    }
    PrintWriter err = spec.commandLine().getErr();
    try (ConversionOutput output = new ConversionOutput(conversion.output);
        CorpusReader reader = corpus.open(conversion.data)) {
      Losses losses = write(reader, format, output, style);
      CorpusArguments.report(reader.statistics(), err);
      output.commit();
      losses.report(format, err);
      err.printf(
          Locale.ROOT,
          "wrote %s: %s, %,d sentences%n",
          conversion.output,
          format.name(),
          reader.statistics().sentences());
    }
    return 0;
  }

  private Losses write(
      CorpusReader reader, CorpusFormat format, ConversionOutput output, WritingStyle style)
      throws IOException {
    LabelMap labels = labelMap.labels();
    Losses losses = new Losses();
    Path file = null;
    try (CorpusWriter writer = output.writer(format, style)) {
      for (Optional<Sentence> next = reader.read(); next.isPresent(); next = reader.read()) {
        if (!reader.file().equals(file)) {
          file = reader.file();
          writer.startInput(file);
        }
        try {
          writer.write(labels.apply(next.get()), reader.spacing());
        } catch (UnwritableSentenceException e) {
          throw new IOException(
              file + ": cannot be written as " + format.name() + ": " + e.getMessage(), e);
        }
        losses.sentences++;
        losses.spaced |=
            next.get().words().stream()
                .anyMatch(word -> word.codePoints().anyMatch(ConvertCommand::separates));
        losses.texts += reader.spacing().isPresent() ? 1 : 0;
      }
    }
    labels.check(reader.statistics().entities().keySet());
    return losses;
  }

  /** Whether a character is white space in one of the senses that readers have. */
  private static boolean separates(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** What a format cannot hold. */
  private static final class Losses {
    private long sentences;
    private long texts;
    private boolean spaced;

    void report(CorpusFormat format, PrintWriter err) {
      if (texts > 0 && !format.holds().contains(Content.TEXT)) {
        err.printf(
            Locale.ROOT,
            "  not kept: the text between words, of %,d sentences; %s holds words only%n",
            texts,
            format.name());
      }
      if (texts < sentences && format.holds().contains(Content.TEXT)) {
        err.printf(
            Locale.ROOT,
            "  made up: the text between words, of %,d sentences that came without: single spaces,"
                + " a line for each%n",
            sentences - texts);
      }
      if (!format.holds().contains(Content.WORDS)) {
        err.printf(
            Locale.ROOT,
            "  not kept: where words and sentences begin, of %,d sentences; %s holds texts, and"
                + " words are found again when it is read%s%n",
            sentences,
            format.name(),
            texts == 0 && !spaced ? " (--tokenized reads these as they were)" : "");
      }
    }
  }

  private static void list(PrintWriter out) {
    for (String name : Corpora.formats().keySet()) {
      CorpusFormat format = Corpora.format(name);
      out.printf(
          "%-12s %-6s %s%n",
          name,
          format.output() == CorpusFormat.Output.NONE ? "read" : "both",
          format.description());
    }
    out.flush();
  }
}
