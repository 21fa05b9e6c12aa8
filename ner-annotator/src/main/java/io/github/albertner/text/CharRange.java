package io.github.albertner.text;

import java.util.Comparator;

/**
 * A stretch of a text: a half-open range of UTF-16 units.
 *
 * @param begin index of the first unit
 * @param end index after the last unit, at least {@code begin}
 */
public record CharRange(int begin, int end) {

  /** By begin; of those that begin together the longest first, as in UIMA's annotation index. */
  public static final Comparator<CharRange> ORDER =
      Comparator.comparingInt(CharRange::begin)
          .thenComparing(Comparator.comparingInt(CharRange::end).reversed());

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it begins before 0 or ends before it begins
   */
  public CharRange {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "expected 0 <= begin <= end for a range of characters, found ["
              + begin
              + ", "
              + end
              + ")");
    }
  }

  /** Returns the characters of a text that are in this range. */
  public String of(String text) {
    return text.substring(begin, end);
  }

  /** Returns this range moved by some UTF-16 units, for a text that has as many more before it. */
  public CharRange shifted(int units) {
    return units == 0 ? this : new CharRange(begin + units, end + units);
  }

  /** Returns whether the range holds no character. */
  public boolean isEmpty() {
    return begin == end;
  }
}
