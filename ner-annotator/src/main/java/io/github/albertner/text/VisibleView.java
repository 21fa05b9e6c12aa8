package io.github.albertner.text;

import io.github.albertner.tokenize.VisibleText;
import java.util.List;

/**
 * A text without its invisible characters, for the rules to look at, and where its characters stand
 * in the original.
 *
 * <p>{@code Mic\u00ADrosoft} is one word to readers, and so to the rules; a byte order mark before
 * a name is not part of it. Ranges of the visible text become ranges of the original that hold the
 * invisible characters inside, and not those at the edges.
 */
final class VisibleView {

  private final String text;
  private final CharRange range;

  /** Index in the original of each visible character; null if all are visible. */
  private final int[] places;

  private VisibleView(String text, CharRange range, int[] places) {
    this.text = text;
    this.range = range;
    this.places = places;
  }

  static VisibleView of(String text) {
    return of(text, new CharRange(0, text.length()));
  }

  /** Of a part of a text. */
  static VisibleView of(String text, CharRange part) {
    for (int i = part.begin(); i < part.end(); i++) {
      if (isSuspect(text.charAt(i)) && VisibleText.isUnseen(text, i)) {
        return without(text, part);
      }
    }
    return new VisibleView(text, part, null);
  }

  private static VisibleView without(String text, CharRange part) {
    StringBuilder visible = new StringBuilder(part.end() - part.begin());
    int[] places = new int[part.end() - part.begin()];
    for (int i = part.begin(); i < part.end(); ) {
      int end = Math.min(part.end(), i + Character.charCount(text.codePointAt(i)));
      boolean seen = !isSuspect(text.charAt(i)) || !VisibleText.isUnseen(text, i);
      for (; i < end; i++) {
        if (seen) {
          places[visible.length()] = i;
          visible.append(text.charAt(i));
        }
      }
    }
    return new VisibleView(visible.toString(), new CharRange(0, visible.length()), places);
  }

  /** Neither printable ASCII nor the second half of a pair, which its first half answers for. */
  private static boolean isSuspect(char c) {
    return c < ' ' || c >= '\u007f';
  }

  /** What the rules look at. */
  String text() {
    return text;
  }

  /** The part asked for, in {@link #text}. */
  CharRange range() {
    return range;
  }

  /** Where a range of {@link #text} is in the original. */
  CharRange inOriginal(CharRange visible) {
    return places == null || visible.isEmpty()
        ? visible
        : new CharRange(places[visible.begin()], places[visible.end() - 1] + 1);
  }

  List<CharRange> inOriginal(List<CharRange> visible) {
    return places == null ? visible : visible.stream().map(this::inOriginal).toList();
  }
}
