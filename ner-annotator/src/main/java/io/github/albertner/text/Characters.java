package io.github.albertner.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters as readers see them: extended grapheme clusters (Unicode Standard Annex 29). */
final class Characters {

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /** No combining mark, joiner or surrogate is below. */
  private static final char FIRST_MARK = '\u0300';

  private Characters() {}

  /** Whether this is white space, Unicode's, the no-break spaces and NEL. */
  static boolean isBlank(char c) {
    return c <= ' ' ? Character.isWhitespace(c) : c >= '\u0085' && isUnicodeBlank(c);
  }

  private static boolean isUnicodeBlank(char c) {
    return c == '\u0085' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether this is a letter that needs no rule: of the Latin alphabet, without apostrophe. */
  static boolean isPlainLetter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '\u00c0' && c <= '\u024f' && c != '\u00d7' && c != '\u00f7');
  }

  /** The range without white space at its edges; empty, at its end, if it is blank. */
  static CharRange strip(String text, CharRange range) {
    int begin = range.begin();
    int end = range.end();
    while (begin < end && isBlank(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return new CharRange(begin, end);
  }

  /**
   * The first place where a text may be cut without cutting through a character.
   *
   * @param from where a character begins
   * @param index the place wanted; if it is before {@code from}, it must be in the character that
   *     ends there
   * @return {@code index} or a place after it
   */
  static int boundary(String text, int from, int index) {
    if (index >= text.length()
        || index == from
        || (text.charAt(index) < FIRST_MARK && text.charAt(index - 1) < FIRST_MARK)) {
      return index;
    }
    Matcher character = CHARACTER.matcher(text);
    int at = from;
    while (at < index) {
      character.region(at, text.length()).lookingAt();
      at = character.end();
    }
    return at;
  }

  /**
   * Where the last character of a text begins.
   *
   * @param from where a character begins, before the end
   */
  static int lastBegin(String text, int from) {
    Matcher character = CHARACTER.matcher(text).region(from, text.length());
    int last = from;
    while (character.find()) {
      last = character.start();
    }
    return last;
  }

  /** Joins tokens that meet inside a character. */
  static List<CharRange> mend(String text, List<CharRange> tokens) {
    List<CharRange> mended = new ArrayList<>(tokens.size());
    int boundary = 0; // the last one known; every character is looked at once
    for (CharRange token : tokens) {
      int last = mended.size() - 1;
      boolean meet = last >= 0 && mended.get(last).end() == token.begin();
      boundary = meet ? boundary(text, boundary, token.begin()) : token.begin();
      if (boundary > token.begin()) {
        mended.set(last, new CharRange(mended.get(last).begin(), token.end()));
      } else {
        mended.add(token);
      }
    }
    return mended;
  }

  /** The stretches of a part of a text without white space, longer than so many characters. */
  static List<CharRange> runs(String text, CharRange part, int longest) {
    List<CharRange> runs = new ArrayList<>();
    int begin = part.begin();
    for (int i = begin; i <= part.end(); i++) {
      if (i == part.end() || isBlank(text.charAt(i))) {
        if (i - begin > longest) {
          runs.add(new CharRange(begin, i));
        }
        begin = i + 1;
      }
    }
    return runs;
  }
}
