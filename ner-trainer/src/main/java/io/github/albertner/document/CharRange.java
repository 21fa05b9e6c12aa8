package io.github.albertner.document;

/**
 * A stretch of a passage's text: a half-open range of UTF-16 units.
 *
 * @param begin index of the first unit
 * @param end index after the last unit, greater than {@code begin}
 */
public record CharRange(int begin, int end) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is empty or begins before 0
   */
  public CharRange {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException(
          "expected 0 <= begin < end for a range of characters, found ["
              + begin
              + ", "
              + end
              + ")");
    }
  }

  /**
   * The characters in this range.
   *
   * @param text what the range refers to
   * @return its part from {@code begin} to {@code end}
   */
  public String of(String text) {
    return text.substring(begin, end);
  }

  /**
   * The same stretch in a text that has more before it.
   *
   * @param units how many UTF-16 units more
   * @return the range moved by so many
   */
  CharRange shifted(int units) {
    return new CharRange(begin + units, end + units);
  }
}
