package io.github.albertner.cli;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusStatistics;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How corpus files are read: the options that all commands share. */
final class CorpusArguments {
  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = CorpusOptions.AUTO,
      description =
          "opennlp (<START:person> Ada <END>), conll (columns of words and tags), or auto: found out"
              + " from the file. Default: ${DEFAULT-VALUE}.")
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
      description = "Column files: ${COMPLETION-CANDIDATES}. Default: found.")
  private TagScheme scheme;

  @Option(
      names = "--skip-bad-lines",
      description = "Leave out sentences with lines that cannot be read, and count them.")
  private boolean skipBadLines;

  /** Reads files and says on {@code err} what was found. */
  Corpus read(List<Path> files, PrintWriter err) throws IOException {
    CorpusOptions options =
        CorpusOptions.DEFAULTS.withFormat(format).withSkipBadLines(skipBadLines);
    if (tokenColumn != null) {
      options = options.withTokenColumn(tokenColumn);
    }
    if (tagColumn != null) {
      options = options.withTagColumn(tagColumn);
    }
    if (scheme != null) {
      options = options.withScheme(scheme);
    }
    Corpus corpus = Corpora.read(files, options);
    report(corpus.statistics(), err);
    return corpus;
  }

  private static void report(CorpusStatistics statistics, PrintWriter err) {
    statistics.files().forEach(file -> err.println("read " + file));
    err.printf(
        "  %,d sentences, %,d words, %,d entities %s%n",
        statistics.sentences(),
        statistics.words(),
        statistics.entityCount(),
        statistics.entities());
    if (statistics.repairedTags() > 0) {
      err.printf(
          "  %,d tags that cannot follow the one before were read as conlleval reads them%n",
          statistics.repairedTags());
    }
    if (statistics.badLines() > 0) {
      err.printf(
          "  %,d bad lines: %,d sentences left out%n",
          statistics.badLines(), statistics.skippedSentences());
      statistics.firstBadLines().forEach(line -> err.println("    " + line));
    }
    err.flush();
  }
}
