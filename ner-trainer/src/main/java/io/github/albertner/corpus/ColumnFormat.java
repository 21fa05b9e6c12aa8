package io.github.albertner.corpus;

import java.io.IOException;
import java.io.Writer;

/** Columns, as in the CoNLL shared tasks: one word a line, a blank line after each sentence. */
final class ColumnFormat implements CorpusFormat {

  static final String NAME = "conll";

  private static final int SAMPLE = 2_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "columns: a word and its tag a line, separated by tabs or spaces; IOB1, BIO, BIOES, BILOU";
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    return ColumnLayouts.recognises(ColumnScan.of(file, SAMPLE));
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return ColumnSource.open(file, options);
  }

  @Override
  public CorpusWriter writer(Writer out) {
    return new ColumnWriter(out);
  }
}
