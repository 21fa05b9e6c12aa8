package io.github.albertner.casing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How words are written in the middle of sentences: the text of a {@code casing.txt}, searchable.
 *
 * <p>The first line is {@code casing 1} and four numbers: how many words in a thousand are not
 * written small, of all, of those after a word that is written small, after one that is not, and
 * after a mark. Every further line is a word as it is written most often when it is not written
 * small, and, behind a space, how many of a hundred are written small; without a number, all of a
 * word that is small and none of another. Lines are in the order of the words in small letters.
 *
 * <p>Immutable. Takes the text and four bytes a word.
 */
public final class CasingTable {
  /** Longest text that is read, in characters. */
  public static final int MAX_CHARACTERS = 4 << 20;

  private static final String BEGIN = "casing 1 ";
  private static final int ENDING = 3;

  /** Words that share an ending say as much as so many say of all words. */
  private static final double PRIOR_WORDS = 20;

  private final String text;
  private final int[] lines;
  private final double[] rates;
  private final Map<String, float[]> endings = new HashMap<>();

  private CasingTable(String text, int[] lines, double[] rates) {
    this.text = text;
    this.lines = lines;
    this.rates = rates;
  }

  /**
   * Reads a table.
   *
   * @param text content of a {@code casing.txt}
   * @return the table
   * @throws IllegalArgumentException if it is none, or too long; the message says what was expected
   */
  public static CasingTable parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "casing table: expected at most %,d characters, found %,d",
              MAX_CHARACTERS,
              text.length()));
    }
    int header = text.indexOf('\n');
    if (!text.startsWith(BEGIN) || header < 0) {
      throw new IllegalArgumentException(
          "casing table: expected the first line \"casing 1\" and four numbers, found \"%s\""
              .formatted(text.substring(0, Math.min(40, header < 0 ? text.length() : header))));
    }
    double[] rates = rates(text.substring(BEGIN.length(), header));
    int count = (int) text.substring(header + 1).chars().filter(c -> c == '\n').count();
    int[] lines = new int[count + 1];
    int begin = header + 1;
    for (int i = 0; i < count; i++) {
      lines[i] = begin;
      begin = text.indexOf('\n', begin) + 1;
    }
    lines[count] = begin;
    if (begin != text.length()) {
      throw new IllegalArgumentException("casing table: expected a line break at its end");
    }
    CasingTable table = new CasingTable(text, lines, rates);
    table.check();
    return table;
  }

  private static double[] rates(String numbers) {
    String[] parts = numbers.split(" ", -1);
    double[] rates = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      rates[i] = parts[i].matches("[0-9]{1,3}") ? Integer.parseInt(parts[i]) / 1000.0 : 0;
      if (rates[i] == 0) {
        throw new IllegalArgumentException(
            "casing table: expected four numbers from 1 to 999, found " + numbers);
      }
    }
    if (rates.length != 4) {
      throw new IllegalArgumentException(
          "casing table: expected four numbers in the first line, found " + rates.length);
    }
    return rates;
  }

  /** Checks the order of the lines and their numbers, and learns what endings say. */
  private void check() {
    String previous = "";
    for (int line = 0; line < size(); line++) {
      String form = form(line);
      String key = key(form);
      if (form.isEmpty() || (line > 0 && key.compareTo(previous) <= 0)) {
        throw new IllegalArgumentException(
            "casing table: expected words in ascending order, found \"%s\" after \"%s\""
                .formatted(form, previous));
      }
      previous = key;
      float small = (float) smallShare(line);
      if (key.length() > ENDING) {
        float[] sum = endings.computeIfAbsent(ending(key), ending -> new float[2]);
        sum[0] += small;
        sum[1]++;
      }
    }
  }

  /** Returns a word in small letters, by which it is looked up. */
  static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String ending(String key) {
    return key.substring(key.length() - ENDING);
  }

  /** Equal when the texts are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CasingTable that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the content of the file. */
  public String text() {
    return text;
  }

  /** Returns the number of words. */
  public int size() {
    return lines.length - 1;
  }

  /** Returns the line of a word in small letters; negative if it is not known. */
  int find(String key) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = key(form(middle)).compareTo(key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Returns how a word is written where it is not written small. */
  String form(int line) {
    int end = lines[line + 1] - 1;
    int space = text.lastIndexOf(' ', end);
    return text.substring(lines[line], space >= lines[line] ? space : end);
  }

  /** Returns how often a word is written small, from 0 to 1. */
  double smallShare(int line) {
    int begin = lines[line];
    int end = lines[line + 1] - 1;
    int space = text.lastIndexOf(' ', end);
    if (space < begin) {
      String form = text.substring(begin, end);
      return form.equals(key(form)) ? 1 : 0;
    }
    String number = text.substring(space + 1, end);
    if (!number.matches("[0-9]{1,2}")) {
      throw new IllegalArgumentException(
          "casing table: expected a word and a number from 0 to 99, found \"%s\""
              .formatted(text.substring(begin, end)));
    }
    return Integer.parseInt(number) / 100.0;
  }

  /** Returns how often words with the ending of this one are written small, from 0 to 1. */
  double smallShareOfUnknown(String key) {
    double prior = 1 - rates[0];
    float[] sum = key.length() > ENDING ? endings.get(ending(key)) : null;
    return sum == null ? prior : (sum[0] + PRIOR_WORDS * prior) / (sum[1] + PRIOR_WORDS);
  }

  /** Returns how many words are not written small, from 0 to 1. */
  double casedRate() {
    return rates[0];
  }

  /** Returns how many words are not written small after a word that is. */
  double casedAfterSmall() {
    return rates[1];
  }

  /** Returns how many words are not written small after another that is not. */
  double casedAfterCased() {
    return rates[2];
  }

  /** Returns how many words are not written small after a mark or a number. */
  double casedAfterMark() {
    return rates[3];
  }
}
