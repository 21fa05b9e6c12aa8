package io.github.albertner.text;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/**
 * Reads tokenised text: each line is a passage and a sentence, its tokens separated by white space.
 * A blank line is a passage without sentence, and ends a document.
 */
public final class TokenizedReader implements PassageReader {

  private static final int LONGEST_LINE = 1 << 24;

  private final String source;
  private final BlockReader lines;
  private final int longestLine;
  private long line;

  /**
   * Reads a text.
   *
   * @param in the text; closed with this reader
   */
  public TokenizedReader(TextInput in) {
    this(in, LONGEST_LINE);
  }

  /**
   * Reads a text that is decoded already.
   *
   * @param source its name, for people
   * @param text the text; closed with this reader
   */
  public TokenizedReader(String source, Reader text) {
    this(source, text, LONGEST_LINE);
  }

  /** As above, with another limit. */
  TokenizedReader(TextInput in, int longestLine) {
    this(in.source(), in, longestLine);
  }

  private TokenizedReader(String source, Reader in, int longestLine) {
    this.source = source;
    this.longestLine = longestLine;
    lines = new BlockReader(in, BlockReader.Unit.LINE);
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Optional<Passage> next() throws IOException {
    BlockReader.Block block = lines.peek(longestLine);
    if (block == null) {
      return Optional.empty();
    }
    line++;
    if (!block.complete()) {
      throw new MalformedTextException(
          source
              + ":"
              + line
              + ": expected one tokenised sentence a line, found a line of more than "
              + longestLine
              + " characters; if this is no tokenised text, read it as raw text (without"
              + " --tokenized on the command line)");
    }
    String text = block.text();
    List<CharRange> tokens = Characters.runs(text, new CharRange(0, text.length()), 0);
    lines.take(text.length());
    return Optional.of(new Passage(source, block.begin(), text, sentences(tokens)));
  }

  private static List<SentenceRange> sentences(List<CharRange> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    CharRange all = new CharRange(tokens.get(0).begin(), tokens.get(tokens.size() - 1).end());
    return List.of(new SentenceRange(all, tokens));
  }

  @Override
  public boolean blankEndsDocument() {
    return true;
  }

  @Override
  public boolean ready() throws IOException {
    return lines.ready();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
