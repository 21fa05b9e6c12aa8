package io.github.albertner.uima;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences and tokens for documents that come without, by the rules of {@link BreakIterator}.
 *
 * <p>Good enough to begin with: an abbreviation before a capital ends a sentence, and "don't" is
 * one token. An empty line ends a sentence, a single line break does not.
 */
final class TextSplitter {
  private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\h*\\R");

  private TextSplitter() {}

  /** Returns the sentences of a part of a text, without white space around them. */
  static List<CharRange> sentences(String text, CharRange part, Locale locale) {
    List<CharRange> sentences = new ArrayList<>();
    Matcher matcher = EMPTY_LINE.matcher(text).region(part.begin(), part.end());
    int begin = part.begin();
    while (matcher.find()) {
      split(text, begin, matcher.start(), BreakIterator.getSentenceInstance(locale), sentences);
      begin = matcher.end();
    }
    split(text, begin, part.end(), BreakIterator.getSentenceInstance(locale), sentences);
    return sentences;
  }

  /** Returns the tokens of a part of a text. */
  static List<CharRange> tokens(String text, CharRange part, Locale locale) {
    List<CharRange> tokens = new ArrayList<>();
    split(text, part.begin(), part.end(), BreakIterator.getWordInstance(locale), tokens);
    return tokens;
  }

  private static void split(
      String text, int begin, int end, BreakIterator breaks, List<CharRange> parts) {
    breaks.setText(text.substring(begin, end));
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      CharRange part = strip(text, begin + from, begin + to);
      if (part.begin() < part.end()) {
        parts.add(part);
      }
      from = to;
    }
  }

  private static CharRange strip(String text, int begin, int end) {
    int first = begin;
    int last = end;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (first < last && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return new CharRange(first, last);
  }
}
