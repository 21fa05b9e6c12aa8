package io.github.albertner.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the rules have to know of a language: its abbreviations and the like, from the resource
 * {@code languages/en.properties}, which explains them. Languages without such a resource share
 * {@code other.properties}.
 *
 * @param titles abbreviations before a name
 * @param numbers abbreviations before a number
 * @param endings abbreviations that may end a sentence
 * @param whole abbreviations that keep their period at the end of a sentence
 * @param starters words that begin sentences
 * @param links words that a sentence cannot end with
 * @param prefixes parts before a hyphen that is no border of tokens
 * @param contractions what an apostrophe does
 * @param ordinals whether a number with a period is an ordinal, as in German
 */
record LanguageRules(
    Set<String> titles,
    Set<String> numbers,
    Set<String> endings,
    Set<String> whole,
    Set<String> starters,
    Set<String> links,
    Set<String> prefixes,
    Contractions contractions,
    boolean ordinals) {

  /** How words that an apostrophe joins are cut. */
  enum Contractions {
    /** They are not. */
    NONE,
    /** {@code do n't}, {@code Paris 's}. */
    ENGLISH,
    /** {@code l' homme}. */
    ELISION
  }

  private static final int LONGEST_UNKNOWN = 4;
  private static final Map<String, LanguageRules> KNOWN = new ConcurrentHashMap<>();
  private static final Set<String> NAMES = Set.of("de", "en", "es", "fr", "it", "nl", "pt");

  /**
   * Returns the rules of a language.
   *
   * @param language two letters, such as {@code en}
   */
  static LanguageRules of(String language) {
    return KNOWN.computeIfAbsent(
        NAMES.contains(language) ? language : "other", LanguageRules::read);
  }

  private static LanguageRules read(String language) {
    Properties lists = new Properties();
    String name = "languages/" + language + ".properties";
    URL url = LanguageRules.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException(
          "expected " + name + " beside the classes; the jar is incomplete");
    }
    try (Reader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
      lists.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
    }
    return new LanguageRules(
        words(lists, "titles"),
        words(lists, "numbers"),
        words(lists, "endings"),
        words(lists, "whole"),
        words(lists, "starters"),
        words(lists, "links"),
        words(lists, "prefixes"),
        Contractions.valueOf(lists.getProperty("contractions", "none").toUpperCase(Locale.ROOT)),
        lists.getProperty("ordinals", "no").equals("yes"));
  }

  private static Set<String> words(Properties lists, String key) {
    String words = lists.getProperty(key, "").strip();
    return words.isEmpty() ? Set.of() : Set.copyOf(List.of(words.split("\\s+")));
  }

  /**
   * Whether a word with a period behind it is an abbreviation, if no sentence ends there: one of
   * the lists, or a short word without vowels.
   */
  boolean abbreviates(String word) {
    return isTitle(word)
        || numbers.contains(word)
        || endings.contains(word)
        || (word.length() <= LONGEST_UNKNOWN && word.chars().noneMatch(LanguageRules::isVowel));
  }

  private static boolean isVowel(int c) {
    return !Character.isLetter(c) || "aeiouyAEIOUY".indexOf(c) >= 0 || c > 'z';
  }

  /** Whether a word, also in capitals, stands before a name. */
  boolean isTitle(String word) {
    return titles.contains(word)
        || (word.length() > 1
            && word.equals(word.toUpperCase(Locale.ROOT))
            && titles.contains(word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)));
  }
}
