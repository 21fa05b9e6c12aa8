package io.github.albertner.cli;

import io.github.albertner.cas.CasCorpus;
import io.github.albertner.cas.CasFiles;
import io.github.albertner.cas.CasOptions;
import io.github.albertner.cas.CasPredictions;
import io.github.albertner.cas.EntityTypeRule;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusReader;
import io.github.albertner.corpus.CorpusStatistics;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.TokenChoice;
import io.github.albertner.evaluate.PairedSentences;
import io.github.albertner.evaluate.ScoredTokens;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How corpus files are read: the options that all commands share. */
final class CorpusArguments {
  private static final int FILES_SHOWN = 5;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = CorpusOptions.AUTO,
      completionCandidates = FormatNames.class,
      description =
          "One of ${COMPLETION-CANDIDATES}; or auto: found out from the file. ner convert"
              + " --list-formats says what they are. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--token-column",
      paramLabel = "COLUMN",
      description = "Column files: number from 1, or header name, of the words. Default: found.")
  private String tokenColumn;

  @Option(
      names = "--tag-column",
      paramLabel = "COLUMN",
      description = "Column files: number from 1, or header name, of the tags. Default: found.")
  private String tagColumn;

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description = "Files with tags: ${COMPLETION-CANDIDATES}. Default: found.")
  private TagScheme scheme;

  @Option(
      names = "--skip-bad-lines",
      description =
          "Leave out sentences with lines, or in CAS files annotations, that cannot be read, and"
              + " count them.")
  private boolean skipBadLines;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description =
          "Encoding of all files but CASes, such as windows-1252 or UTF-16LE. Default:"
              + " ${DEFAULT-VALUE}.")
  private String encoding;

  @Option(
      names = "--text-language",
      paramLabel = "TAG",
      description =
          "Language of texts without tokens, such as de, which decides how they are split; CAS files"
              + " say theirs. Default: the model's, or en.")
  private String textLanguage;

  private String fallbackLanguage = "en";

  @ArgGroup(validate = false, heading = "%nTexts with annotations by offset, and CAS files:%n")
  private TextArguments text = new TextArguments();

  @ArgGroup(validate = false, heading = "%nCAS files (--format xmi):%n")
  private CasArguments cas = new CasArguments();

  /** Takes the language of a model, for texts whose language was not said. */
  void useLanguageOf(String model) {
    fallbackLanguage = model;
  }

  /** Reads files and says on {@code err} what was found. */
  Corpus read(List<Path> files, PrintWriter err) throws IOException {
    CorpusOptions options = options();
    Corpus corpus =
        isCas(files) ? CasCorpus.read(files, casOptions()) : Corpora.read(files, options);
    report(corpus.statistics(), err);
    return corpus;
  }

  /**
   * Reads files that a model is scored on, and says on {@code err} what was found. Texts with
   * offsets are split as {@code ner annotate} splits them, whatever tokens they give, unless gold
   * ones were asked for. CASes keep theirs, which the UIMA engine reads as well.
   *
   * @throws IllegalArgumentException if own tokens are asked for, and no text has them
   */
  Corpus readScored(List<Path> files, PrintWriter err) throws IOException {
    if (text.tokens().isEmpty() && !isCas(files)) {
      Corpus corpus = Corpora.read(files, options().withTokens(TokenChoice.OWN));
      report(corpus.statistics(), err);
      return corpus;
    }
    Corpus corpus = read(files, err);
    if (text.tokens().equals(Optional.of(TokenChoice.OWN))
        && ScoredTokens.of(corpus.sentences()).areGiven()) {
      throw new IllegalArgumentException(
          "--tokens own: expected texts with annotations by offset, found words without their text"
              + " in "
              + files
              + "; leave the option out");
    }
    return corpus;
  }

  /** Opens files to read their sentences one at a time. */
  CorpusReader open(List<Path> files) throws IOException {
    CorpusOptions options = options();
    return isCas(files) ? CasCorpus.open(files, casOptions()) : Corpora.open(files, options);
  }

  private CasOptions casOptions() {
    return cas.toOptions(text.tokens(), text.misaligned(), skipBadLines);
  }

  /**
   * Reads files as {@link #read(List, PrintWriter)} does, but leaves bad lines out and says which.
   */
  Corpus readTolerantly(List<Path> files, PrintWriter err) throws IOException {
    skipBadLines = true;
    return read(files, err);
  }

  /**
   * Reads what is right and what was predicted, and says on {@code err} what was found.
   *
   * @return gold and predicted sentences, as many, with the same words
   * @throws IOException if the words differ, or a file cannot be read
   */
  List<Corpus> read(List<Path> files, PredictionArguments predictions, PrintWriter err)
      throws IOException {
    CorpusOptions options = options();
    if (isCas(files)) {
      CasOptions right = casOptions();
      CasPredictions pair =
          CasPredictions.read(
              files,
              right,
              predictions.files(),
              predictions.types() == null
                  ? right
                  : right.withEntityTypes(EntityTypeRule.parse(predictions.types())));
      report(pair.gold().statistics(), err);
      report(pair.predicted().statistics(), err);
      return List.of(pair.gold(), pair.predicted());
    }
    if (predictions.types() != null) {
      throw new IllegalArgumentException(
          "--predicted-types: expected CAS files as data and predictions, found others; --map"
              + " renames types");
    }
    Corpus gold = Corpora.read(files, options);
    report(gold.statistics(), err);
    Corpus predicted =
        Corpora.read(
            predictions.files(),
            predictions.column() == null ? options : options.withTagColumn(predictions.column()));
    report(predicted.statistics(), err);
    PairedSentences paired =
        PairedSentences.of(gold.sentences(), predicted.sentences())
            .orElseThrow(() -> differ(gold.sentences(), predicted.sentences()));
    return List.of(
        new Corpus(paired.gold(), gold.statistics()),
        new Corpus(paired.predicted(), predicted.statistics()));
  }

  private static IOException differ(List<Sentence> gold, List<Sentence> predicted) {
    for (int i = 0; i < Math.max(gold.size(), predicted.size()); i++) {
      List<String> right = i < gold.size() ? gold.get(i).words() : List.of();
      List<String> other = i < predicted.size() ? predicted.get(i).words() : List.of();
      if (!right.equals(other)) {
        return new IOException(
            "expected predictions for the words of the data, found in sentence %s the words %s, there %s"
                .formatted(i + 1, other, right));
      }
    }
    throw new IllegalStateException("the words are the same");
  }

  /**
   * The files that are read for arguments: those in folders and those that patterns match,
   * otherwise the arguments themselves, and what belongs to them.
   *
   * @throws IOException if there are none, or a folder cannot be read
   */
  List<Path> files(List<Path> arguments) throws IOException {
    if (arguments.isEmpty()) {
      return arguments;
    }
    return isCas(arguments) ? CasFiles.find(arguments) : Corpora.parts(arguments, options());
  }

  /** Whether files are CASes, by what was said or else by their names. */
  private boolean isCas(List<Path> files) {
    if (format.equalsIgnoreCase(CasCorpus.FORMAT)) {
      return true;
    }
    boolean auto = format.equalsIgnoreCase(CorpusOptions.AUTO);
    if (cas.isGiven() && !auto) {
      throw new IllegalArgumentException(
          "options for CAS files apply to the format xmi, found them with the format " + format);
    }
    return auto && (cas.isGiven() || areCases(files.get(0)));
  }

  /** By the name, or where that is a pattern by the first file that matches it. */
  private static boolean areCases(Path path) {
    try {
      return CasFiles.areCases(
          Files.exists(path) ? path : Corpora.files(List.of(path), CorpusOptions.DEFAULTS).get(0));
    } catch (IOException e) {
      return false; // That there is nothing is said when it is read.
    }
  }

  private CorpusOptions options() {
    if (!format.equalsIgnoreCase(CorpusOptions.AUTO)) {
      Corpora.format(format);
    }
    CorpusOptions options =
        text.addTo(
            CorpusOptions.DEFAULTS
                .withFormat(format)
                .withEncoding(charset(encoding))
                .withSkipBadLines(skipBadLines)
                .withLanguage(textLanguage == null ? fallbackLanguage : textLanguage));
    if (tokenColumn != null) {
      options = options.withTokenColumn(tokenColumn);
    }
    if (tagColumn != null) {
      options = options.withTagColumn(tagColumn);
    }
    if (scheme != null) {
      options = options.withScheme(scheme);
    }
    return options;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "--encoding: expected an encoding such as UTF-8 or ISO-8859-1, found " + name, e);
    }
  }

  /** Says what was read, and what was not. */
  static void report(CorpusStatistics statistics, PrintWriter err) {
    summaries(statistics.files()).forEach(file -> err.println("read " + file));
    err.printf(
        Locale.ROOT,
        "  %,d sentences, %,d words, %,d entities %s%n",
        statistics.sentences(),
        statistics.words(),
        statistics.entityCount(),
        statistics.entities());
    if (statistics.repairedTags() > 0) {
      err.printf(
          Locale.ROOT,
          "  %,d tags that cannot follow the one before were read as conlleval reads them%n",
          statistics.repairedTags());
    }
    if (statistics.badLines() > 0) {
      err.printf(
          Locale.ROOT,
          "  %,d bad lines: %,d sentences left out%n",
          statistics.badLines(),
          statistics.skippedSentences());
      statistics.firstBadLines().forEach(line -> err.println("    " + line));
    }
    statistics
        .changes()
        .forEach((what, count) -> err.printf(Locale.ROOT, "  %,d %s%n", count, what));
    statistics.firstChanges().forEach(change -> err.println("    " + change));
    err.flush();
  }

  /** A line each, or where there are many, one for those that were read alike. */
  private static List<String> summaries(List<CorpusStatistics.FileSummary> files) {
    if (files.size() <= FILES_SHOWN) {
      return files.stream().map(CorpusStatistics.FileSummary::toString).toList();
    }
    Map<String, List<Path>> alike = new LinkedHashMap<>();
    for (CorpusStatistics.FileSummary file : files) {
      alike
          .computeIfAbsent(file.format() + ", " + file.layout(), key -> new ArrayList<>())
          .add(file.path());
    }
    List<String> lines = new ArrayList<>();
    alike.forEach(
        (how, paths) ->
            lines.add(
                String.format(
                    Locale.ROOT, "%,d files, %s and others: %s", paths.size(), paths.get(0), how)));
    return lines;
  }
}
