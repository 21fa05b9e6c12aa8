package io.github.albertner.tokenize;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Text without the characters that nobody sees: soft hyphens, zero-width spaces, marks of byte
 * order and of direction and all other format characters (Unicode Cf), control characters that are
 * no white space, lone surrogates, the combining grapheme joiner, vowels of Khmer that are not
 * written, and Hangul fillers.
 *
 * <p>Two format characters change how their neighbours are written, U+200C and U+200D, which keep
 * letters apart and join them. They stay between letters of a script that uses them, such as Arabic
 * and Devanagari; U+200D stays between the parts of an emoji as well. Anywhere else they go. Format
 * characters that are seen, such as the Arabic number sign U+0600, stay.
 *
 * <p>A variation selector stays behind what has variants: symbols, digits, and letters of the few
 * scripts that use them. One that lost its emoji goes.
 */
public final class VisibleText {
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int NONE = -1;

  /** What is joined stands near; a run of a million joiners takes no time. */
  private static final int FARTHEST = 16;

  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.MANDAIC,
          UnicodeScript.NKO,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.PHAGS_PA,
          UnicodeScript.ADLAM,
          UnicodeScript.HANIFI_ROHINGYA,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.TIBETAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER,
          UnicodeScript.BALINESE,
          UnicodeScript.JAVANESE);

  private static final Set<UnicodeScript> VARYING =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.PHAGS_PA,
          UnicodeScript.MANICHAEAN,
          UnicodeScript.MYANMAR);

  private VisibleText() {}

  /**
   * Takes out what nobody sees.
   *
   * @param text any string, in any normalisation form
   * @return what is left, in its order; the same instance when there is nothing to take out; empty
   *     when nothing is left
   */
  public static String of(String text) {
    int begin = firstUnseen(text);
    if (begin == text.length()) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length()).append(text, 0, begin);
    for (int i = begin; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!isUnseen(text, i, c)) {
        seen.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return seen.toString();
  }

  /**
   * Returns whether nobody sees a character of a text.
   *
   * @param text any string
   * @param index where the character begins, in UTF-16 units
   */
  public static boolean isUnseen(String text, int index) {
    return isUnseen(text, index, text.codePointAt(index));
  }

  private static int firstUnseen(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.charAt(i);
      if (c >= 0x20 && c < 0x7F) {
        i++;
        continue;
      }
      c = text.codePointAt(i);
      if (isUnseen(text, i, c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return text.length();
  }

  private static boolean isUnseen(String text, int at, int c) {
    if (isVariationSelector(c)) {
      return !canVary(before(text, at));
    }
    return (c == NON_JOINER || c == JOINER) ? !isMeant(text, at, c) : isNeverSeen(c);
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || (c >= 0x180B && c <= 0x180D)
        || c == 0x180F;
  }

  private static boolean canVary(int c) {
    return Character.isLetter(c)
        ? VARYING.contains(UnicodeScript.of(c))
        : c != NONE && c != 0x85 && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
  }

  private static boolean isNeverSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT -> !isSeenFormat(c);
      case Character.CONTROL -> !((c >= '\t' && c <= '\r') || c == 0x85);
      case Character.SURROGATE -> true;
      case Character.NON_SPACING_MARK -> c == 0x34F || c == 0x17B4 || c == 0x17B5;
      case Character.OTHER_LETTER -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
      default -> false;
    };
  }

  /** Unicode's Prepended_Concatenation_Mark: signs that are written around digits or letters. */
  private static boolean isSeenFormat(int c) {
    return (c >= 0x600 && c <= 0x605)
        || c == 0x6DD
        || c == 0x70F
        || c == 0x890
        || c == 0x891
        || c == 0x8E2
        || c == 0x110BD
        || c == 0x110CD;
  }

  private static boolean isMeant(String text, int at, int c) {
    int before = before(text, at);
    int after = after(text, at + 1);
    if (before == NONE || after == NONE) {
      return false;
    }
    return (isOfJoiningScript(before) && isOfJoiningScript(after))
        || (c == JOINER && isPictograph(before) && isPictograph(after));
  }

  /** The nearest character before that is seen, marks that belong to no script passed over. */
  private static int before(String text, int end) {
    for (int i = end; i > Math.max(0, end - FARTHEST); ) {
      int c = text.codePointBefore(i);
      if (!isPassedOver(c)) {
        return c;
      }
      i -= Character.charCount(c);
    }
    return NONE;
  }

  private static int after(String text, int begin) {
    for (int i = begin; i < Math.min(text.length(), begin + FARTHEST); ) {
      int c = text.codePointAt(i);
      if (!isPassedOver(c)) {
        return c;
      }
      i += Character.charCount(c);
    }
    return NONE;
  }

  private static boolean isPassedOver(int c) {
    return isNeverSeen(c) || c == NON_JOINER || c == JOINER || isSharedMark(c);
  }

  private static boolean isSharedMark(int c) {
    return UnicodeScript.of(c) == UnicodeScript.INHERITED
        && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isOfJoiningScript(int c) {
    int type = Character.getType(c);
    boolean letterOrMark =
        Character.isLetter(c)
            || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK;
    return letterOrMark && JOINING.contains(UnicodeScript.of(c));
  }

  /** Emoji, and the shades of skin that follow them. */
  private static boolean isPictograph(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL || (c >= 0x1F3FB && c <= 0x1F3FF);
  }
}
