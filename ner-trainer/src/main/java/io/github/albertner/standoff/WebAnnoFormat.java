package io.github.albertner.standoff;

import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.SentenceSource;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** WebAnno TSV 3 of WebAnno and INCEpTION: tokens with their offsets, and layers in columns. */
final class WebAnnoFormat implements CorpusFormat {

  private static final String NAME = "webanno";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "WebAnno TSV 3 (WebAnno, INCEpTION): the layer NamedEntity, or the first of spans";
  }

  @Override
  public Set<Content> holds() {
    return EnumSet.allOf(Content.class);
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    return file.sample(1).stream()
        .anyMatch(line -> line.text().startsWith("#FORMAT=WebAnno TSV 3"));
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    WebAnnoDocument document = WebAnnoDocument.read(file);
    return new TextSource(NAME, document.layer(), document, options);
  }
}
