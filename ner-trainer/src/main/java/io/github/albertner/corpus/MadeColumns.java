package io.github.albertner.corpus;

import java.io.IOException;
import java.util.Optional;

/**
 * The sentences of a file whose rows were made into columns.
 *
 * @param format what the file's format is called
 * @param from how the rows were, for people
 * @param columns reads them
 */
record MadeColumns(String format, String from, SentenceSource columns) implements SentenceSource {

  /** Opens a file with other rows in the place of its own. */
  static SentenceSource open(
      CorpusFile file, CorpusFile.Rows rows, CorpusOptions options, String format, String from)
      throws IOException {
    return new MadeColumns(format, from, new ColumnFormat().open(file.withRows(rows), options));
  }

  @Override
  public String layout() {
    return from + ", as " + columns.layout();
  }

  @Override
  public Optional<Candidate> next() throws IOException {
    return columns.next();
  }

  @Override
  public void close() throws IOException {
    columns.close();
  }
}
