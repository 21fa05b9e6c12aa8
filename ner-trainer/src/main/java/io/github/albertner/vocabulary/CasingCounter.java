package io.github.albertner.vocabulary;

import io.github.albertner.text.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how words are written in the middle of sentences, and makes a casing table of it.
 *
 * <p>A sentence here is what stands between full stops and the like. Its first word does not count,
 * and no word of one that is a heading, in which less than half of the words are small.
 */
public final class CasingCounter {
  /** How often a word must occur to be in a table, unless another number is asked for. */
  public static final int DEFAULT_AT_LEAST = 10;

  /** Longer words are no words. */
  private static final int LONGEST = 30;

  /** About 300 MB. Beyond it, what came once is forgotten. */
  private static final int MOST_FORMS = 3_000_000;

  private static final int SMALL = 0;
  private static final int CASED = 1;
  private static final int MARK = 2;

  private final Splitter splitter;
  private Map<String, Integer> forms = new HashMap<>();
  private final long[][] pairs = new long[3][2];

  /**
   * A counter that has seen nothing yet.
   *
   * @param splitter for the language of the text
   */
  public CasingCounter(Splitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Counts a paragraph.
   *
   * @param paragraph running text
   */
  public void add(String paragraph) {
    List<String> words = splitter.words(paragraph).stream().flatMap(List::stream).toList();
    int begin = 0;
    for (int w = 0; w <= words.size(); w++) {
      if (w == words.size() || endsSentence(words.get(w))) {
        addSentence(words.subList(begin, w));
        begin = w + 1;
      }
    }
    if (forms.size() > MOST_FORMS) {
      forms.values().removeIf(count -> count == 1);
    }
  }

  private static boolean endsSentence(String word) {
    return word.length() == 1 && ".?!:;\"\u201C\u201D\u2018*|\u2022".contains(word);
  }

  private void addSentence(List<String> words) {
    long small = words.stream().filter(word -> kind(word) == SMALL).count();
    long cased = words.stream().filter(word -> kind(word) == CASED).count();
    if (small < cased) {
      return;
    }
    int before = MARK;
    boolean first = true;
    for (String word : words) {
      int kind = kind(word);
      if (kind != MARK && !first) {
        pairs[before][kind]++;
        if (word.length() <= LONGEST) {
          forms.merge(word, 1, Integer::sum);
        }
      }
      first &= kind == MARK;
      before = kind;
    }
  }

  private static int kind(String word) {
    boolean letters = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c)) {
        return CASED;
      }
      letters |= Character.isLowerCase(c);
    }
    return letters ? SMALL : MARK;
  }

  /**
   * Makes the table.
   *
   * @param atLeast how often a word must occur
   * @return the content of a {@code casing.txt}
   * @throws IllegalStateException if there is too little text to say anything
   */
  public String table(int atLeast) {
    Map<String, Spelling> words = new TreeMap<>();
    forms.forEach(
        (form, count) -> {
          String key = form.toLowerCase(Locale.ROOT);
          if (key.length() == form.length()) {
            words.computeIfAbsent(key, k -> new Spelling()).add(form, count, form.equals(key));
          }
        });
    StringBuilder text = new StringBuilder(header());
    words.forEach(
        (key, spelling) -> {
          if (spelling.count() >= atLeast) {
            spelling.write(key, text);
          }
        });
    return text.toString();
  }

  private String header() {
    long[] all = new long[2];
    for (long[] pair : pairs) {
      all[SMALL] += pair[SMALL];
      all[CASED] += pair[CASED];
    }
    return "casing 1 %s %s %s %s%n"
        .formatted(rate(all), rate(pairs[SMALL]), rate(pairs[CASED]), rate(pairs[MARK]))
        .replace("\r", "");
  }

  private static long rate(long[] pair) {
    long all = pair[SMALL] + pair[CASED];
    return Math.min(999, Math.max(1, Math.round(1000.0 * pair[CASED] / Math.max(1, all))));
  }

  /** How often a word is written how. */
  private static final class Spelling {
    private long small;
    private long cased;
    private String form;
    private int most;

    void add(String written, int count, boolean isSmall) {
      if (isSmall) {
        small += count;
      } else {
        cased += count;
        if (count > most || (count == most && written.compareTo(form) < 0)) {
          most = count;
          form = written;
        }
      }
    }

    long count() {
      return small + cased;
    }

    void write(String key, StringBuilder text) {
      long percent = Math.round(100.0 * small / count());
      if (percent == 100) {
        text.append(key);
      } else {
        text.append(form);
        if (percent > 0) {
          text.append(' ').append(percent);
        }
      }
      text.append('\n');
    }
  }
}
