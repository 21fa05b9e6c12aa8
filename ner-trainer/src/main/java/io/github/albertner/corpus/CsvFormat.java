package io.github.albertner.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cells between commas or semicolons, with quotes around those that hold such: a word and its tag a
 * row, or a sentence and its tags.
 */
final class CsvFormat implements CorpusFormat {

  static final String NAME = "csv";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "CSV with quotes: a word and its tag a row, or a sentence and its tags";
  }

  @Override
  public Set<Content> holds() {
    return ColumnFormat.HOLDS;
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    return recognises(file, CorpusOptions.DEFAULTS);
  }

  /** As above; where columns are chosen, tags need not be found. */
  boolean recognises(CorpusFile file, CorpusOptions options) throws IOException {
    ColumnFormat columns = new ColumnFormat();
    boolean named = file.path().toString().endsWith(".csv");
    try {
      Optional<CsvRows> rows = CsvRows.of(file, CorpusOptions.DEFAULTS);
      return rows.isPresent()
          && (named || !columns.recognises(file))
          && ((named && options.namesColumns()) || columns.recognises(file.withRows(rows.get())));
    } catch (CorpusFormatException e) {
      return named; // What is wrong is said when it is read.
    }
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    Optional<CsvRows> rows = CsvRows.of(file, options);
    if (rows.isEmpty()) {
      List<LineReader.Line> first = file.sample(1);
      throw file.bad(
          first.isEmpty() ? 0 : first.get(0).number(),
          first.isEmpty() ? "none" : CorpusFormatException.quote(first.get(0).text()),
          "rows with as many cells each, between commas or semicolons");
    }
    return MadeColumns.open(
        file, rows.get(), rows.get().options(options), NAME, rows.get().toString());
  }
}
