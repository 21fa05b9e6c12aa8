package io.github.albertner.corpus;

import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** Columns, as in the CoNLL shared tasks: one word a line, a blank line after each sentence. */
final class ColumnFormat implements CorpusFormat {

  static final String NAME = "conll";
  static final Set<Content> HOLDS = Set.of(Content.WORDS, Content.DOCUMENTS);

  private static final int SAMPLE = 2_000;
  private static final ColumnWriter.Shape SHAPE =
      new ColumnWriter.Shape("\t", "\t", ColumnScan.DOCUMENT_START + "\tO\n\n", TagScheme.BIO);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "columns: a word and its tag a line, separated by tabs or spaces; all schemes of tags";
  }

  @Override
  public Set<Content> holds() {
    return HOLDS;
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    return ColumnLayouts.recognises(file, ColumnScan.of(file, SAMPLE, false));
  }

  /** Whether a file that no format recognises has columns, of which to say what is wrong. */
  static boolean couldRead(CorpusFile file) throws IOException {
    return ColumnLayouts.couldBeColumns(ColumnScan.of(file, SAMPLE, false));
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return ColumnSource.open(file, options, scan -> ColumnLayouts.of(file, scan, options), NAME);
  }

  @Override
  public Output output() {
    return Output.FILE;
  }

  @Override
  public CorpusWriter writer(Writer out, WritingStyle style) {
    return new ColumnWriter(out, SHAPE.in(style), NAME);
  }
}
