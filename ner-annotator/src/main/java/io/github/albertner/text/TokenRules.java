package io.github.albertner.text;

import io.github.albertner.text.LanguageRules.Contractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules for the tokens of a sentence: those of named-entity corpora. {@code did n't}, {@code Paris
 * 's}, {@code U.S.}, {@code 1,000}, {@code London - based}, {@code non-avian}; web addresses, mail
 * addresses, {@code @names}, {@code #tags} and smileys are whole; other marks stand alone, the same
 * mark several times is one token.
 *
 * <p>A word with hyphens is cut at them, as a name may end there, unless both sides are
 * capitalised.
 *
 * <p>What stands between white space is a chunk. Most chunks are letters, with a mark before or
 * behind them, and need no look at the pattern.
 */
final class TokenRules {

  /** A run of so many letters, digits and marks of base64 is one token: it is no text. */
  private static final int LONGEST_WORD = 48;

  private static final String OPENING = "([{\"\u201c\u00ab";
  private static final String CLOSING = ",;:!?)]}\"\u201d\u00bb";

  /** U+02BC, which Unicode counts among the letters, is an apostrophe here. */
  private static final String LETTER =
      "[\\p{L}\\p{M}\\p{N}\u200c\u200d&&[^\u02bc\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
          + "\\p{IsKhmer}\\p{IsMyanmar}]]";

  private static final String END = "(?!" + LETTER + ")";
  private static final String APOSTROPHE = "['\u2019\u02bc]";
  private static final String CLITIC = APOSTROPHE + "(?i:s|re|ve|ll|d|m)" + END;

  /** Of HTML; texts taken from pages have them. */
  private static final String REFERENCE =
      "&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|#\\d{1,7});";

  private static final String PATH = "[^\\s<>\"\u201c\u201d]*[\\p{L}\\p{N}/=_&#-]";

  private final LanguageRules language;
  private final boolean english;
  private final int longestPrefix;
  private final Pattern pattern;

  TokenRules(LanguageRules language) {
    this.language = language;
    english = language.contractions() == Contractions.ENGLISH;
    longestPrefix = language.prefixes().stream().mapToInt(String::length).max().orElse(0);
    pattern = Pattern.compile(String.join("|", alternatives(language)));
  }

  private static List<String> alternatives(LanguageRules language) {
    List<String> rules = new ArrayList<>();
    rules.add("(?:(?:https?|ftp)://|www\\.)" + PATH);
    rules.add("[\\w.+-]{1,64}+@(?:[\\w-]{1,63}\\.){1,8}\\p{L}{2,20}" + END); // mail
    rules.add(
        "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}+\\.){1,8}(?:com|org|net|edu|gov|info|io|uk|de|fr|eu|us|ca|au"
            + "|ly|tv)"
            + END
            + "(?:/"
            + PATH
            + "|/)?");
    rules.add("[A-Za-z0-9+/=_%-]{" + LONGEST_WORD + ",}+");
    rules.add("(?<!" + LETTER + ")[@#][\\p{L}\\p{N}_]+");
    rules.add(REFERENCE);
    rules.add("(?<!" + LETTER + ")[:;=][-o']?[()DPp/\\\\|*\\]\\[]{1,3}" + END); // :-)
    rules.add("Ph\\.D\\.");
    rules.add("(?:\\p{L}\\.){2,}+(?:\\p{Lu}" + END + ")?"); // U.S. p.m. J.R.R. U.S.A
    rules.add("(?<!" + LETTER + ")\\p{Lu}\\."); // an initial
    if (!language.whole().isEmpty()) {
      rules.add("(?<!" + LETTER + ")(?:" + String.join("|", language.whole()) + ")\\.");
    }
    if (language.contractions() == Contractions.ENGLISH) {
      rules.add("(?i:can(?=not" + END + "))");
      rules.add(LETTER + "+?(?=(?i:n" + APOSTROPHE + "t)" + END + ")");
      rules.add("(?i:n" + APOSTROPHE + "t)" + END);
      rules.add(CLITIC);
      rules.add("(?<!" + LETTER + ")" + APOSTROPHE + "(?i:em|tis|twas|til|cause|n)" + END);
    } else if (language.contractions() == Contractions.ELISION) {
      rules.add("\\p{L}{1,6}" + APOSTROPHE + "(?=" + LETTER + ")");
    }
    rules.add("\\.?\\p{Nd}++(?:[.,:/]\\p{Nd}++)*+" + LETTER + "*+"); // 1,000 .265 10:30 1990s
    // O'Neill AT&T snake_case, but not Neill&quot;
    String joined = "(?:" + APOSTROPHE + "|&amp;|(?!" + REFERENCE + ")&|_++)" + LETTER + "++";
    rules.add(
        LETTER
            + "++(?:"
            + (language.contractions() == Contractions.ENGLISH ? "(?!" + CLITIC + ")" : "")
            + joined
            + ")*+");
    rules.add("([^\\s\\p{L}\\p{N}])\\1++"); // ... -- ====
    rules.add("\\X");
    return rules;
  }

  /**
   * Adds the tokens of a sentence.
   *
   * @param text any, without invisible characters
   * @param begin of the sentence
   * @param end of the sentence
   */
  void split(String text, int begin, int end, List<CharRange> tokens) {
    Matcher matcher = null;
    int at = begin;
    while (at < end) {
      if (Characters.isBlank(text.charAt(at))) {
        at++;
        continue;
      }
      int from = at;
      int letters = OPENING.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
      at = letters;
      while (at < end && Characters.isPlainLetter(text.charAt(at))) {
        at++;
      }
      int mark = at;
      while (at < end && !Characters.isBlank(text.charAt(at))) {
        at++;
      }
      if (!addPlain(text, from, letters, mark, at, tokens)) {
        matcher = matcher == null ? pattern.matcher(text) : matcher;
        addChunk(matcher.region(from, at), text, begin, end, tokens);
      }
    }
  }

  /** Adds a chunk of letters that may have one mark before and one behind them; else nothing. */
  private boolean addPlain(
      String text, int begin, int letters, int mark, int end, List<CharRange> tokens) {
    int length = mark - letters;
    boolean plain =
        length > 0
            && length < LONGEST_WORD
            && (mark == end || (mark + 1 == end && CLOSING.indexOf(text.charAt(mark)) >= 0))
            && !(english && length == 6 && text.regionMatches(true, letters, "cannot", 0, 6));
    if (plain) {
      add(begin, letters, tokens);
      add(letters, mark, tokens);
      add(mark, end, tokens);
    }
    return plain;
  }

  private static void add(int begin, int end, List<CharRange> tokens) {
    if (begin < end) {
      tokens.add(new CharRange(begin, end));
    }
  }

  private void addChunk(
      Matcher matcher, String text, int sentence, int sentenceEnd, List<CharRange> tokens) {
    List<CharRange> chunk = new ArrayList<>();
    while (matcher.find()) {
      chunk.add(new CharRange(matcher.start(), matcher.end()));
    }
    List<CharRange> joined = joinHyphens(text, chunk);
    placePeriod(text, joined, sentence, sentenceEnd);
    tokens.addAll(joined);
  }

  /**
   * Joins {@code non - avian} again, and names such as {@code Bailey - Ross}: corpora of names have
   * them as one token, and a tagger finds more of them so.
   */
  private List<CharRange> joinHyphens(String text, List<CharRange> chunk) {
    List<CharRange> joined = new ArrayList<>(chunk.size());
    for (int i = 0; i < chunk.size(); i++) {
      int last = joined.size() - 1;
      boolean between = last >= 0 && i + 1 < chunk.size() && is(text, chunk.get(i), '-');
      if (between && areOne(text, joined.get(last), chunk.get(i + 1))) {
        i++;
        joined.set(last, new CharRange(joined.get(last).begin(), chunk.get(i).end()));
      } else {
        joined.add(chunk.get(i));
      }
    }
    return joined;
  }

  private boolean areOne(String text, CharRange before, CharRange after) {
    boolean names =
        Character.isUpperCase(text.charAt(before.begin()))
            && Character.isUpperCase(text.charAt(after.begin()));
    return names
        || (before.end() - before.begin() <= longestPrefix
            && language.prefixes().contains(before.of(text).toLowerCase(Locale.ROOT))
            && Character.isLetter(text.charAt(after.begin())));
  }

  /**
   * Decides whose the last period of a chunk is. Inside a sentence it belongs to an abbreviation,
   * or to the number of a list; at the end of a sentence a single capital is no abbreviation.
   */
  private void placePeriod(String text, List<CharRange> chunk, int sentence, int sentenceEnd) {
    int last = chunk.size() - 1;
    CharRange end = chunk.get(last);
    if (end.end() == sentenceEnd
        && end.end() - end.begin() == 2
        && text.charAt(end.end() - 1) == '.'
        && Character.isUpperCase(text.charAt(end.begin()))) {
      chunk.set(last, new CharRange(end.begin(), end.end() - 1));
      chunk.add(new CharRange(end.end() - 1, end.end()));
    } else if (last > 0 && is(text, end, '.') && end.end() < sentenceEnd) {
      CharRange word = chunk.get(last - 1);
      if (word.end() == end.begin() && keepsPeriod(text, word, sentence, sentenceEnd)) {
        chunk.set(last - 1, new CharRange(word.begin(), end.end()));
        chunk.remove(last);
      }
    }
  }

  private static boolean is(String text, CharRange token, char c) {
    return token.end() - token.begin() == 1 && text.charAt(token.begin()) == c;
  }

  /** Whether the period behind a word inside a sentence belongs to it. */
  private boolean keepsPeriod(String text, CharRange word, int sentence, int sentenceEnd) {
    int next = word.end() + 1;
    while (next < sentenceEnd && Characters.isBlank(text.charAt(next))) {
      next++;
    }
    if (next == sentenceEnd) {
      return false;
    }
    if (Character.isDigit(text.charAt(word.end() - 1))) {
      boolean listNumber = word.begin() == sentence && word.end() - word.begin() <= 5;
      return listNumber || language.ordinals();
    }
    // Nothing but an abbreviation has a comma behind its period.
    return language.abbreviates(word.of(text)) || ",;:".indexOf(text.charAt(next)) >= 0;
  }
}
