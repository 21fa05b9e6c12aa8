package io.github.albertner.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads raw text: each passage is a paragraph, up to and with the blank line that ends it. A
 * paragraph longer than {@value #LONGEST_PARAGRAPH} characters becomes several passages, cut
 * between sentences; a sentence longer than {@value #LONGEST_SENTENCE} characters becomes several
 * sentences, cut between words.
 */
public final class RawTextReader implements PassageReader {

  private static final int LONGEST_PARAGRAPH = 1 << 15;
  private static final int LONGEST_SENTENCE = 1 << 20;

  private final String source;
  private final Splitter splitter;
  private final int longestParagraph;
  private final int longestSentence;
  private final BlockReader blocks;

  /**
   * Reads a text.
   *
   * @param in the text; closed with this reader
   * @param splitter for its paragraphs
   */
  public RawTextReader(TextInput in, Splitter splitter) {
    this(in, splitter, LONGEST_PARAGRAPH, LONGEST_SENTENCE);
  }

  /**
   * Reads a text that is decoded already.
   *
   * @param source its name, for people
   * @param text the text; closed with this reader
   * @param splitter for its paragraphs
   */
  public RawTextReader(String source, Reader text, Splitter splitter) {
    this(source, text, splitter, LONGEST_PARAGRAPH, LONGEST_SENTENCE);
  }

  /** As above, with other limits: at least 2, and the second no less than the first. */
  RawTextReader(TextInput in, Splitter splitter, int longestParagraph, int longestSentence) {
    this(in.source(), in, splitter, longestParagraph, longestSentence);
  }

  private RawTextReader(
      String source, Reader in, Splitter splitter, int longestParagraph, int longestSentence) {
    this.source = source;
    this.splitter = splitter;
    this.longestParagraph = longestParagraph;
    this.longestSentence = longestSentence;
    blocks = new BlockReader(in, BlockReader.Unit.PARAGRAPH);
  }

  /**
   * Splits a text that is in memory as this class reads it, so that a long text has the same
   * sentences wherever it comes from.
   *
   * @param text any
   * @param splitter for its paragraphs
   * @return the sentences of all passages, in order; ranges count in the text
   */
  public static List<SentenceRange> split(String text, Splitter splitter) {
    List<SentenceRange> sentences = new ArrayList<>();
    try (RawTextReader in = new RawTextReader("text", new StringReader(text), splitter)) {
      for (Optional<Passage> next = in.next(); next.isPresent(); next = in.next()) {
        int begin = (int) next.get().begin().characters();
        next.get().sentences().forEach(sentence -> sentences.add(sentence.shifted(begin)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
    return sentences;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Optional<Passage> next() throws IOException {
    BlockReader.Block block = blocks.peek(longestParagraph);
    if (block == null) {
      return Optional.empty();
    }
    List<SentenceRange> sentences = splitter.split(block.text());
    if (!block.complete() && sentences.size() == 1) {
      block = blocks.peek(longestSentence);
      sentences = splitter.split(block.text());
    }
    String text = block.text();
    int last = sentences.size() - 1;
    if (!block.complete() && last > 0) {
      // More follows, which may belong to the last sentence.
      text = text.substring(0, sentences.get(last).characters().begin());
      sentences = sentences.subList(0, last);
    } else if (!block.complete() && last == 0) {
      text = text.substring(0, cut(text, sentences.get(0).characters()));
      sentences = splitter.split(text);
    }
    blocks.take(text.length());
    return Optional.of(new Passage(source, block.begin(), text, sentences));
  }

  /**
   * Where to cut a long sentence: at the last white space in it, otherwise before the last
   * character, which may go on behind the text.
   */
  private static int cut(String text, CharRange sentence) {
    for (int i = sentence.end(); i > sentence.begin(); i--) {
      if (i < text.length() && Characters.isBlank(text.charAt(i))) {
        return i;
      }
    }
    int last = Characters.lastBegin(text, sentence.begin());
    return last > sentence.begin() ? last : text.length();
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
