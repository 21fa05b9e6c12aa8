package io.github.albertner.tokenize;

import java.text.Normalizer;

/**
 * What BERT does to text before WordPiece. Follows {@code BertNormalizer} and {@code
 * BertPreTokenizer} of Hugging Face's tokenizers library, as they are stated there.
 */
final class BertText {

  private BertText() {}

  /**
   * The text without control, format and private-use characters and U+FFFD; white space as spaces.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isWhiteSpace(c)) {
                clean.append(' ');
              } else if (c != 0xFFFD && !isOther(c)) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  /** The text with spaces around every ideograph, so that each is a part of its own. */
  static String withSpacesAroundIdeographs(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isIdeograph(c)) {
                spaced.append(' ').appendCodePoint(c).append(' ');
              } else {
                spaced.appendCodePoint(c);
              }
            });
    return spaced.toString();
  }

  /** The text decomposed and without its non-spacing marks. */
  static String withoutAccents(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The text in lower case, each character by itself: a final sigma is like any other. */
  static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().forEach(c -> lower.append(UnicodeText.lowerCase(c)));
    return lower.toString();
  }

  /** The parts of a text, with one space between them: white space parts, punctuation is a part. */
  static String parts(String text) {
    StringBuilder parts = new StringBuilder(text.length());
    boolean apart = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean alone = isPunctuation(c);
      if (isWhiteSpace(c)) {
        apart = true;
      } else {
        if ((apart || alone) && parts.length() > 0) {
          parts.append(' ');
        }
        parts.appendCodePoint(c);
        apart = alone;
      }
    }
    return parts.toString();
  }

  private static boolean isWhiteSpace(int c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
  }

  private static boolean isOther(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default -> false;
    };
  }

  private static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The last block begins at 2B920 there, a digit off what Unicode has. */
  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= 0x2B920 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
