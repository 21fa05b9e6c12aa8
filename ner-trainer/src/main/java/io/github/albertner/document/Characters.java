package io.github.albertner.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.util.StringUtil;

/** Characters as readers see them: extended grapheme clusters (Unicode Standard Annex 29). */
final class Characters {

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /** No combining mark, joiner or surrogate is below. */
  private static final char FIRST_MARK = '\u0300';

  private Characters() {}

  /** Whether this is white space, in OpenNLP's sense: Unicode's, and the no-break spaces. */
  static boolean isBlank(char c) {
    return StringUtil.isWhitespace(c);
  }

  /**
   * The first place where a text may be cut without cutting through a character.
   *
   * @param from where a character begins
   * @param index the place wanted, not before {@code from}
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

  /** Joins tokens that meet inside a character. */
  static List<CharRange> mend(String text, List<CharRange> tokens) {
    List<CharRange> mended = new ArrayList<>(tokens.size());
    for (CharRange token : tokens) {
      int last = mended.size() - 1;
      if (last >= 0 && meetInside(text, mended.get(last), token)) {
        mended.set(last, new CharRange(mended.get(last).begin(), token.end()));
      } else {
        mended.add(token);
      }
    }
    return mended;
  }

  private static boolean meetInside(String text, CharRange token, CharRange next) {
    return token.end() == next.begin()
        && boundary(text, token.begin(), next.begin()) > next.begin();
  }

  /** The stretches without white space that are longer than {@code longest} characters. */
  static List<CharRange> runs(String text, int longest) {
    List<CharRange> runs = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBlank(text.charAt(i))) {
        if (i - begin > longest) {
          runs.add(new CharRange(begin, i));
        }
        begin = i + 1;
      }
    }
    return runs;
  }
}
