package io.github.albertner.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** OpenNLP name samples: one sentence a line, {@code <START:type> ... <END>} around entities. */
final class NameSampleFormat implements CorpusFormat {

  static final String NAME = "opennlp";

  private static final int SAMPLE = 2_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "OpenNLP name samples: a sentence a line, <START:type> ... <END>";
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    return file.sample(SAMPLE).stream().anyMatch(line -> NameSampleLine.hasMarkup(line.text()));
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return new NameSampleSource(file);
  }

  @Override
  public Set<Content> holds() {
    return ColumnFormat.HOLDS;
  }

  @Override
  public Output output() {
    return Output.FILE;
  }

  @Override
  public CorpusWriter writer(Writer out, WritingStyle style) {
    return new NameSampleWriter(out);
  }
}
