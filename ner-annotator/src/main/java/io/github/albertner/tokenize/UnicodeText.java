package io.github.albertner.tokenize;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;

/**
 * The few facts about Unicode text that normalisation needs and the JDK does not offer directly.
 */
final class UnicodeText {

  private static final char REPLACEMENT = '\uFFFD';

  /** A mark of combining class 240, the highest there is: any other mark sorts before it. */
  private static final String LAST_MARK = "\u0345";

  private static final BitSet COMBINING = combining();

  private UnicodeText() {}

  /** The text with every lone surrogate replaced by U+FFFD, so that it can be written in UTF-8. */
  static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (repaired == null) {
        repaired = new StringBuilder(text);
      }
      repaired.setCharAt(i, REPLACEMENT);
    }
    return repaired == null ? text : repaired.toString();
  }

  /** The text without white space, as Unicode defines it, at the ends asked for. */
  static String stripped(String text, boolean left, boolean right) {
    int begin = 0;
    int end = text.length();
    while (left && begin < end && isWhiteSpace(text.charAt(begin))) {
      begin++;
    }
    while (right && begin < end && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isWhiteSpace(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
  }

  /** A character in lower case by itself: whatever stands beside it, Σ becomes σ. */
  static String lowerCase(int c) {
    return Character.toString(c).toLowerCase(Locale.ROOT);
  }

  /** The text without characters of a non-zero canonical combining class. */
  static String withoutCombining(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> !COMBINING.get(c)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /**
   * Marks whose combining class is not zero. Python's {@code unicodedata.combining} has the class;
   * the JDK shows it only by what canonical ordering does: a mark of class 1 to 239 moves in front
   * of one of class 240, a mark of class 0 stays.
   */
  private static BitSet combining() {
    BitSet marks = new BitSet();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK
          || type == Character.ENCLOSING_MARK) {
        String pair = LAST_MARK + Character.toString(c);
        if (!Normalizer.normalize(pair, Normalizer.Form.NFD).startsWith(LAST_MARK)) {
          marks.set(c);
        }
      }
    }
    marks.set(LAST_MARK.codePointAt(0));
    return marks;
  }
}
