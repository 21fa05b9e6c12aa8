package io.github.albertner.text;

/** Characters that readers do not see and that are no white space. */
final class Invisible {

  private static final char ZERO_WIDTH_NON_JOINER = '\u200c';
  private static final char ZERO_WIDTH_JOINER = '\u200d';

  private Invisible() {}

  /**
   * Returns whether the character at an index is invisible: a format character such as soft hyphen,
   * zero-width space, word joiner and byte order mark, a control character, or half of a surrogate
   * pair. A joiner counts only where it does nothing: not between letters of scripts that join
   * them, and not in emoji.
   */
  static boolean at(String text, int index) {
    char c = text.charAt(index);
    if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
      return !joins(text, index);
    }
    if (Character.isSurrogate(c)) {
      return Character.isHighSurrogate(c)
          ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
          : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
    int type = Character.getType(c);
    return type == Character.FORMAT || (type == Character.CONTROL && !Characters.isBlank(c));
  }

  private static boolean joins(String text, int index) {
    return index > 0
        && index + 1 < text.length()
        && mayJoin(text.codePointBefore(index))
        && mayJoin(text.codePointAt(index + 1));
  }

  private static boolean mayJoin(int c) {
    if (!Character.isDefined(c) || Character.isWhitespace(c) || c < 0x0590) {
      return false; // Latin, Greek, Cyrillic, Armenian, ASCII marks
    }
    int type = Character.getType(c);
    return type != Character.FORMAT && type != Character.CONTROL && type != Character.SURROGATE;
  }
}
