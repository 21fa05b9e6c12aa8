package io.github.albertner.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * Cuts a text into lines or paragraphs, with their ends. Lines end with LF, CR LF or CR; a
 * paragraph ends with a blank line.
 */
final class BlockReader implements Closeable {

  /** What to cut into. */
  enum Unit {
    LINE,
    PARAGRAPH
  }

  /**
   * A block.
   *
   * @param begin where it begins
   * @param text at least one character
   * @param complete false if it was cut at the limit and more of it follows
   */
  record Block(TextOffset begin, String text, boolean complete) {}

  private final Reader in;
  private final Unit unit;
  private final StringBuilder buffer = new StringBuilder();
  private final char[] chunk = new char[1 << 13];
  private TextOffset begin = TextOffset.START;
  private boolean ended;

  // What is known of buffer[0, scanned):
  private int scanned;
  private boolean textSeen;
  private boolean lineBlank = true;
  private boolean found;

  /** Cuts a text, which is closed with this reader. */
  BlockReader(Reader in, Unit unit) {
    this.in = in;
    this.unit = unit;
  }

  /**
   * The next block, or null at the end. It stays the next one until some of it is taken.
   *
   * @param limit most characters of it to read, at least 2
   */
  Block peek(int limit) throws IOException {
    boolean complete = scan();
    while (!complete && !ended && buffer.length() < limit) {
      int count = in.read(chunk);
      if (count < 0) {
        ended = true;
      } else {
        buffer.append(chunk, 0, count);
      }
      complete = scan();
    }
    if (buffer.length() == 0) {
      return null;
    }
    // What was read past the limit must not matter: blocks do not depend on how input arrives.
    int length = complete ? scanned : buffer.length();
    if ((complete || ended) && length <= limit) {
      return new Block(begin, buffer.substring(0, length), true);
    }
    int cut = limit;
    // Not inside a surrogate pair.
    cut -= cut > 1 && Character.isHighSurrogate(buffer.charAt(cut - 1)) ? 1 : 0;
    return new Block(begin, buffer.substring(0, cut), false);
  }

  /** Goes on behind so many characters of the block last peeked at. */
  void take(int characters) {
    begin = begin.after(buffer, 0, characters);
    buffer.delete(0, characters);
    scanned = 0;
    textSeen = false;
    lineBlank = true;
    found = false;
  }

  /** Whether {@link #peek} will not have to wait, as far as is known. */
  boolean ready() throws IOException {
    return scan() || ended || in.ready();
  }

  /** Looks at what was read since; true if a block ends at {@link #scanned}. */
  private boolean scan() {
    while (!found && scanned < buffer.length()) {
      char c = buffer.charAt(scanned);
      boolean last = scanned + 1 == buffer.length();
      if (c == '\r' && last && !ended) {
        return false; // LF may follow.
      }
      scanned++;
      if (c == '\n' || (c == '\r' && (last || buffer.charAt(scanned) != '\n'))) {
        if (unit == Unit.LINE || (lineBlank && textSeen)) {
          found = true;
        }
        lineBlank = true;
      } else if (!Characters.isBlank(c)) {
        textSeen = true;
        lineBlank = false;
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
