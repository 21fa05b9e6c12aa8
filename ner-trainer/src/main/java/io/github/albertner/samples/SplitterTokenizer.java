package io.github.albertner.samples;

import io.github.albertner.document.CharRange;
import io.github.albertner.document.RawTextSplitter;
import java.io.IOException;
import java.util.List;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.util.Span;

/** The tokens that {@code ner annotate} finds, for OpenNLP's readers. */
final class SplitterTokenizer implements Tokenizer {

  private final RawTextSplitter splitter;

  private SplitterTokenizer(RawTextSplitter splitter) {
    this.splitter = splitter;
  }

  static SplitterTokenizer english() throws IOException {
    return new SplitterTokenizer(RawTextSplitter.english());
  }

  private List<CharRange> ranges(String text) {
    return text.isEmpty() ? List.of() : splitter.tokens(text, new CharRange(0, text.length()));
  }

  @Override
  public String[] tokenize(String text) {
    return ranges(text).stream().map(range -> range.of(text)).toArray(String[]::new);
  }

  @Override
  public Span[] tokenizePos(String text) {
    return ranges(text).stream()
        .map(range -> new Span(range.begin(), range.end()))
        .toArray(Span[]::new);
  }
}
