package io.github.albertner.uima;

import java.util.Comparator;
import org.apache.uima.cas.text.AnnotationFS;

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

  /**
   * Returns the range of an annotation.
   *
   * @throws IllegalStateException if it does not lie in the text
   */
  static CharRange of(AnnotationFS annotation, String text) {
    CharRange range = new CharRange(annotation.getBegin(), annotation.getEnd());
    if (range.begin < 0 || range.end < range.begin || range.end > text.length()) {
      throw new IllegalStateException(
          "expected annotations inside the text of %d characters, found a %s from %d to %d"
              .formatted(text.length(), annotation.getType().getName(), range.begin, range.end));
    }
    return range;
  }

  boolean isBlankIn(String text) {
    return text.substring(begin, end).isBlank();
  }
}
