package io.github.albertner.document;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads raw text: each passage is a paragraph, up to and with the blank line that ends it. A
 * paragraph longer than {@value #LONGEST_PARAGRAPH} characters becomes several passages, cut
 * between sentences, or, in a sentence of that length, between words.
 */
public final class RawTextReader implements PassageReader {

  private static final int LONGEST_PARAGRAPH = 1 << 20;

  private final String source;
  private final RawTextSplitter splitter;
  private final BlockReader blocks;

  /**
   * Reads a text.
   *
   * @param in the text; closed with this reader
   * @param splitter for its paragraphs
   */
  public RawTextReader(TextInput in, RawTextSplitter splitter) {
    this(in, splitter, LONGEST_PARAGRAPH);
  }

  /** As above, with another limit, at least 2. */
  RawTextReader(TextInput in, RawTextSplitter splitter, int longestParagraph) {
    source = in.source();
    this.splitter = splitter;
    blocks = new BlockReader(in, BlockReader.Unit.PARAGRAPH, longestParagraph);
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Optional<Passage> next() throws IOException {
    BlockReader.Block block = blocks.peek();
    if (block == null) {
      return Optional.empty();
    }
    String text = block.text();
    List<SentenceRange> sentences = splitter.split(text);
    if (!block.complete()) {
      // More follows, which may belong to the last sentence.
      int last = sentences.size() - 1;
      if (last > 0) {
        text = text.substring(0, sentences.get(last).characters().begin());
        sentences = sentences.subList(0, last);
      } else if (last == 0) {
        text = text.substring(0, cut(text, sentences.get(0).characters()));
        sentences = splitter.split(text);
      }
    }
    blocks.take(text.length());
    return Optional.of(new Passage(source, block.begin(), text, sentences));
  }

  /** Where to cut a long sentence: at the last white space in it, otherwise at the end. */
  private static int cut(String text, CharRange sentence) {
    for (int i = sentence.end(); i > sentence.begin(); i--) {
      if (i < text.length() && Characters.isBlank(text.charAt(i))) {
        return i;
      }
    }
    return text.length();
  }

  @Override
  public boolean ready() throws IOException {
    return blocks.ready();
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
