package io.github.albertner.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Where line breaks end sentences. A blank line does. A single line break does not, as lines of one
 * sentence may be wrapped, but
 *
 * <ul>
 *   <li>before an item of a list,
 *   <li>between a line in capitals and one that is not,
 *   <li>before a word that begins sentences, if the line before may be the end of one,
 *   <li>in text whose lines are too long to have been wrapped.
 * </ul>
 *
 * <p>Lines end with LF, CR LF, CR, NEL (U+0085), U+2028, or a form feed; U+2029 is a blank line.
 */
final class Lines {

  /** Lines that are wrapped are hardly ever longer. */
  private static final int LONGEST_WRAPPED = 120;

  private static final String BULLETS =
      "\u2022\u2023\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u00b7\u2713\u2714\u27a2\u2192";
  private static final String DASHES = "-\u2013\u2014*+>";

  private final LanguageRules language;

  Lines(LanguageRules language) {
    this.language = language;
  }

  /** Takes a stretch of text in which no line break ends a sentence. */
  interface Stretch {
    /** Takes the characters from {@code begin} to {@code end}. */
    void accept(int begin, int end);
  }

  /**
   * Cuts a text into stretches, in order; they may be blank.
   *
   * @param text any, without invisible characters
   */
  void stretches(String text, Stretch stretch) {
    List<CharRange> block = new ArrayList<>();
    int begin = 0;
    int at = 0;
    while (at < text.length()) {
      int width = breakAt(text, at);
      if (width == 0) {
        at++;
        continue;
      }
      line(text, new CharRange(begin, at), block, stretch);
      if (text.charAt(at) == '\u2029') {
        end(text, block, stretch);
      }
      at += width;
      begin = at;
    }
    line(text, new CharRange(begin, text.length()), block, stretch);
    end(text, block, stretch);
  }

  /** Length of the line break at an index; 0 if there is none. */
  static int breakAt(String text, int at) {
    char c = text.charAt(at);
    if (c == '\r') {
      return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
    }
    return isBreak(c) ? 1 : 0;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private void line(String text, CharRange line, List<CharRange> block, Stretch stretch) {
    CharRange visible = Characters.strip(text, line);
    if (visible.isEmpty()) {
      end(text, block, stretch);
    } else {
      block.add(visible);
    }
  }

  /** Hands out the lines of a block, which a blank line ends. */
  private void end(String text, List<CharRange> block, Stretch stretch) {
    if (block.isEmpty()) {
      return;
    }
    boolean wrapped = block.stream().allMatch(l -> l.end() - l.begin() <= LONGEST_WRAPPED);
    int begin = block.get(0).begin();
    int number = Item.number(text, block.get(0));
    for (int i = 1; i < block.size(); i++) {
      CharRange before = block.get(i - 1);
      CharRange line = block.get(i);
      int next = Item.number(text, line);
      boolean counted = next > 0 && (next == number + 1 || next == 1);
      number = counted ? next : number;
      if (counted || Item.isBullet(text, line) || endsAt(text, before, line, wrapped)) {
        stretch.accept(begin, before.end());
        begin = line.begin();
      }
    }
    stretch.accept(begin, block.get(block.size() - 1).end());
    block.clear();
  }

  private boolean endsAt(String text, CharRange before, CharRange line, boolean wrapped) {
    char first = text.charAt(line.begin());
    if (Character.isLowerCase(first)) {
      return false;
    }
    String last = lastWord(text, before);
    if (!wrapped) {
      return true;
    }
    String next = firstWord(text, line);
    if (inCapitals(text, before) != inCapitals(text, line)) {
      return inCapitals(text, line)
          ? !isAllCapitals(last)
          : Character.isUpperCase(first) && !isAllCapitals(next) && last.length() > 1;
    }
    return language.starters().contains(next)
        && next.length() > 1
        && !last.isEmpty()
        && !language.links().contains(last);
  }

  /** Whether at least two words are in capitals, and none is not. */
  private static boolean inCapitals(String text, CharRange line) {
    int words = 0;
    boolean inWord = false;
    for (int i = line.begin(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      boolean letter = Character.isLetter(c);
      words += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return words > 1;
  }

  private static boolean isAllCapitals(String word) {
    return word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
  }

  private static String firstWord(String text, CharRange line) {
    int end = line.begin();
    while (end < line.end() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(line.begin(), end);
  }

  /** The last word of a line; empty if a mark other than a closing one follows it. */
  private static String lastWord(String text, CharRange line) {
    int end = line.end();
    while (end > line.begin() && ")\"\u201d".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int begin = end;
    while (begin > line.begin() && Character.isLetterOrDigit(text.charAt(begin - 1))) {
      begin--;
    }
    return text.substring(begin, end);
  }

  /** Lines that are items of a list. */
  private static final class Item {

    private static final int MOST_DIGITS = 3;

    private Item() {}

    /** The number of an item such as {@code 2. Paris} or {@code (2) Paris}; 0 for others. */
    static int number(String text, CharRange line) {
      int at = line.begin();
      at += text.charAt(at) == '(' ? 1 : 0;
      int number = 0;
      int digits = at;
      while (at < line.end() && at - digits < MOST_DIGITS && isAsciiDigit(text.charAt(at))) {
        number = 10 * number + (text.charAt(at) - '0');
        at++;
      }
      boolean marked =
          at > digits
              && at + 1 < line.end()
              && ".)".indexOf(text.charAt(at)) >= 0
              && Characters.isBlank(text.charAt(at + 1));
      return marked ? number : 0;
    }

    private static boolean isAsciiDigit(char c) {
      return c >= '0' && c <= '9';
    }

    /** Whether a line begins with a bullet, or with a dash before anything but a small letter. */
    static boolean isBullet(String text, CharRange line) {
      char mark = text.charAt(line.begin());
      int at = line.begin() + 1;
      if (at >= line.end() || !Characters.isBlank(text.charAt(at))) {
        return false;
      }
      while (Characters.isBlank(text.charAt(at))) {
        at++;
      }
      return BULLETS.indexOf(mark) >= 0
          || (DASHES.indexOf(mark) >= 0 && !Character.isLowerCase(text.charAt(at)));
    }
  }
}
