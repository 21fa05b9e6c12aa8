package io.github.albertner.casing;

import java.util.Locale;

/**
 * The letters of a word.
 *
 * @param capitals letters in upper or title case
 * @param small letters in lower case
 * @param digits decimal digits
 * @param leftAlone whether the word is a name by its own rules, in which case says something else:
 *     an address, {@code @name} or {@code #tag}
 */
record WordShape(int capitals, int small, int digits, boolean leftAlone) {
  static WordShape of(String word) {
    int capitals = 0;
    int small = 0;
    int digits = 0;
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        capitals++;
      } else if (Character.isLowerCase(c)) {
        small++;
      } else if (Character.isDigit(c)) {
        digits++;
      }
      i += Character.charCount(c);
    }
    return new WordShape(capitals, small, digits, isLeftAlone(word));
  }

  private static boolean isLeftAlone(String word) {
    return word.startsWith("#")
        || word.indexOf('@') >= 0
        || word.contains("://")
        || word.toLowerCase(Locale.ROOT).startsWith("www.");
  }

  /** Whether it has letters whose case may be changed. */
  boolean isWord() {
    return !leftAlone && capitals + small > 0;
  }

  boolean isCapitals() {
    return isWord() && small == 0;
  }

  boolean isSmall() {
    return isWord() && capitals == 0;
  }

  /** Whether it is longer than an initial and no code with digits. */
  boolean isSpelled() {
    return isWord() && digits == 0 && capitals + small > 1;
  }
}
