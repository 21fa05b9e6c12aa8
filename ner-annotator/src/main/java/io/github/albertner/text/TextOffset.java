package io.github.albertner.text;

/**
 * A place in an input, counted from its first character after a byte order mark.
 *
 * @param characters UTF-16 units before it, as Java and JavaScript count
 * @param codePoints Unicode code points before it, as Python counts
 */
public record TextOffset(long characters, long codePoints) {

  /** The beginning of an input. */
  public static final TextOffset START = new TextOffset(0, 0);

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is negative or there are more code points than units
   */
  public TextOffset {
    if (codePoints < 0 || characters < codePoints) {
      throw new IllegalArgumentException(
          "expected 0 <= code points <= characters, found " + codePoints + " and " + characters);
    }
  }

  /**
   * The place some characters further on.
   *
   * @param text what lies between, among others
   * @param begin index in it that is here
   * @param end index in it of the place wanted
   * @return the place after {@code text[begin, end)}
   */
  TextOffset after(CharSequence text, int begin, int end) {
    return new TextOffset(
        characters + (end - begin), codePoints + Character.codePointCount(text, begin, end));
  }
}
