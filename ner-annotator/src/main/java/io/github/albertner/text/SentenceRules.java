package io.github.albertner.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rules for where sentences end inside a stretch of text in which no line break ends one.
 *
 * <p>A sentence ends after a period, question or exclamation mark with white space behind it,
 * unless a small letter follows, or the period belongs to an abbreviation. Quotation marks,
 * brackets and references behind the mark belong to the sentence.
 */
final class SentenceRules {

  private static final String CLOSERS = "\"'\u201d\u2019\u00bb)]}\u300d\u300f\uff09";
  private static final String OPENERS =
      "\"'\u201c\u2018\u00ab\u00bf\u00a1([{\u2014\u2013-*\u300c\u300e";
  private static final int LONGEST_REFERENCE = 24;
  private static final int LONGEST_LIST_NUMBER = 6;
  private static final int LONGEST_ABBREVIATION = 24;

  /** So many characters tell whether a text is written in small letters. */
  private static final int SMALL_TEXT = 200;

  private static final Pattern ACRONYM = Pattern.compile("(?:\\p{L}{1,3}\\.)+\\p{L}{1,3}");

  private final LanguageRules language;

  SentenceRules(LanguageRules language) {
    this.language = language;
  }

  /**
   * Adds the sentences of a stretch.
   *
   * @param text any, without invisible characters
   * @param begin of the stretch
   * @param end of the stretch
   */
  void split(String text, int begin, int end, List<CharRange> sentences) {
    int from = begin;
    int at = begin;
    while (at < end) {
      if (!isTerminator(text.charAt(at))) {
        at++;
        continue;
      }
      Mark mark = mark(text, at, end);
      at = mark.after;
      if (ends(text, from, mark, end)) {
        add(text, from, mark.after, sentences);
        from = mark.after;
      }
    }
    add(text, from, end, sentences);
  }

  /**
   * Marks that may end a sentence.
   *
   * @param begin index of the first mark
   * @param period whether it is one period
   * @param wide whether it is of a script without white space
   * @param closed whether a bracket, quotation mark or reference follows
   * @param after index after what follows
   * @param next index of the next character that is not blank, or the end
   */
  private record Mark(
      int begin, boolean period, boolean wide, boolean closed, int after, int next) {}

  private static Mark mark(String text, int begin, int end) {
    int at = begin;
    boolean wide = false;
    while (at < end && isTerminator(text.charAt(at))) {
      wide |= isWide(text.charAt(at));
      at++;
    }
    boolean period = at == begin + 1 && text.charAt(begin) == '.';
    int marks = at;
    while (at < end && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int after = afterReferences(text, at, end);
    int next = after;
    while (next < end && Characters.isBlank(text.charAt(next))) {
      next++;
    }
    return new Mark(begin, period, wide, after > marks, after, next);
  }

  /** Skips references such as {@code [3] [4, 5]} and {@code [citation needed]}. */
  private static int afterReferences(String text, int begin, int end) {
    int after = begin;
    int at = begin;
    while (true) {
      while (at < end && text.charAt(at) == ' ') {
        at++;
      }
      int close = at < end && text.charAt(at) == '[' ? closing(text, at, end) : -1;
      if (close < 0 || !isReference(text.substring(at + 1, close))) {
        return after;
      }
      at = close + 1;
      after = at;
    }
  }

  private static int closing(String text, int open, int end) {
    for (int i = open + 1; i < Math.min(end, open + LONGEST_REFERENCE); i++) {
      if (text.charAt(i) == ']') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isReference(String inside) {
    return inside.endsWith(" needed")
        || (!inside.isBlank() && inside.chars().noneMatch(Character::isLetter));
  }

  private boolean ends(String text, int sentence, Mark mark, int end) {
    if (mark.next == end) {
      return false; // the stretch ends
    }
    if (mark.wide) {
      return true;
    }
    if (mark.next == mark.after) {
      return mark.period && !mark.closed && lacksSpace(text, sentence, mark.begin, end);
    }
    int word = mark.next;
    while (word < end && OPENERS.indexOf(text.charAt(word)) >= 0) {
      word++;
    }
    if (word == end) {
      return true;
    }
    if (Character.isLowerCase(text.codePointAt(word))) {
      boolean dots = !mark.period && ".\u2026".indexOf(text.charAt(mark.begin)) >= 0;
      return !mark.closed && !dots && endsInSmallText(text, sentence, mark);
    }
    return !mark.period || endsBefore(text, sentence, mark, word, end);
  }

  /**
   * Whether a mark before a small letter ends a sentence: where all is written in small letters,
   * and the word before is no abbreviation.
   */
  private boolean endsInSmallText(String text, int sentence, Mark mark) {
    for (int i = Math.max(sentence, mark.begin - SMALL_TEXT); i < mark.begin; i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    String word = text.substring(wordBegin(text, sentence, mark), mark.begin);
    return word.length() > 1 && !language.abbreviates(word) && !ACRONYM.matcher(word).matches();
  }

  private static int wordBegin(String text, int sentence, Mark mark) {
    int begin = mark.begin;
    while (begin > sentence
        && mark.begin - begin < LONGEST_ABBREVIATION
        && isWordPart(text.charAt(begin - 1))) {
      begin--;
    }
    return begin;
  }

  /** Whether a period before a word that is not in small letters ends a sentence. */
  private boolean endsBefore(String text, int sentence, Mark mark, int next, int end) {
    int begin = wordBegin(text, sentence, mark);
    if (begin == mark.begin) {
      return true;
    }
    String word = text.substring(begin, mark.begin);
    String after = word(text, next, end);
    boolean starter = language.starters().contains(after) && !isInitial(text, next, after, end);
    boolean number = Character.isDigit(text.charAt(next));
    if (isListNumber(text, sentence, begin, word)) {
      return false;
    }
    if (language.isTitle(word)) {
      return starter && (mark.closed || isPlace(word));
    }
    boolean ordinal =
        language.ordinals()
            && Character.isDigit(word.charAt(word.length() - 1))
            && word.length() < 3;
    if (ordinal || (number && language.numbers().contains(word))) {
      return starter && ordinal;
    }
    boolean initial = word.codePointCount(0, word.length()) == 1 && isUpperCase(word);
    if (initial || language.endings().contains(word) || ACRONYM.matcher(word).matches()) {
      return starter || (language.starters().isEmpty() && !initial);
    }
    // "No. It was": a word as well.
    return !language.numbers().contains(word) || starter || word.equalsIgnoreCase("no");
  }

  /** {@code St.} is a street as well as a saint. */
  private static boolean isPlace(String word) {
    return word.equals("St");
  }

  private static boolean isUpperCase(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  /** {@code ended.The next}: small letters, a period, and a word with a capital. */
  private boolean lacksSpace(String text, int sentence, int period, int end) {
    int from = period;
    while (from > sentence
        && period - from < LONGEST_ABBREVIATION
        && !Characters.isBlank(text.charAt(from - 1))) {
      from--;
    }
    for (int i = from; i < period; i++) {
      if (!Character.isLetter(text.charAt(i)) && OPENERS.indexOf(text.charAt(i)) < 0) {
        return false; // an address or a name of a file
      }
    }
    int to = period + 1;
    while (to < end && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return period - from > 2
        && Character.isLowerCase(text.charAt(period - 1))
        && Character.isLowerCase(text.charAt(period - 2))
        && to > period + 1
        && Character.isUpperCase(text.charAt(period + 1))
        && (to == period + 2 || Character.isLowerCase(text.charAt(period + 2)))
        && (to > period + 3 || language.starters().contains(text.substring(period + 1, to)))
        && (to == end || text.charAt(to) != '.');
  }

  /** Whether a word is one letter of a name, as in {@code J. A. Smith}. */
  private static boolean isInitial(String text, int begin, String word, int end) {
    int after = begin + word.length();
    return word.length() == 1 && after < end && text.charAt(after) == '.';
  }

  private static boolean isListNumber(String text, int sentence, int begin, String word) {
    if (word.length() > LONGEST_LIST_NUMBER || !Character.isDigit(word.charAt(0))) {
      return false;
    }
    for (int i = sentence; i < begin; i++) {
      if (!Characters.isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || ".-&'\u2019".indexOf(c) >= 0;
  }

  private static String word(String text, int begin, int end) {
    int stop = begin;
    while (stop < end && Character.isLetterOrDigit(text.charAt(stop))) {
      stop++;
    }
    return text.substring(begin, stop);
  }

  private static boolean isTerminator(char c) {
    return c == '.' || c == '!' || c == '?' || (c > '\u0900' && isOtherTerminator(c));
  }

  private static boolean isOtherTerminator(char c) {
    return c == '\u2026' || c == '\u203d' || c == '\u0964' || c == '\u0965' || isWide(c);
  }

  private static boolean isWide(char c) {
    return c == '\u3002' || c == '\uff01' || c == '\uff1f' || c == '\uff61';
  }

  private static void add(String text, int begin, int end, List<CharRange> sentences) {
    CharRange sentence = Characters.strip(text, new CharRange(begin, end));
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
