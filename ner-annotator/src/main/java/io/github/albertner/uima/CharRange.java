package io.github.albertner.uima;

import java.util.Comparator;

/**
 * A half-open range of UTF-16 units of a document.
 *
 * @param begin first unit
 * @param end after the last unit
 */
record CharRange(int begin, int end) {
  /** By begin; of those that begin together the longest first, as UIMA's annotation index. */
  static final Comparator<CharRange> ORDER =
      Comparator.comparingInt(CharRange::begin)
          .thenComparing(Comparator.comparingInt(CharRange::end).reversed());

  boolean isBlankIn(String text) {
    return text.substring(begin, end).isBlank();
  }
}
