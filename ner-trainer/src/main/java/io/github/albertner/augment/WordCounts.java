package io.github.albertner.augment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Words and how often each occurred; draws one that is not the given one. */
final class WordCounts {
  private final List<String> words;
  private final Map<String, Integer> indices = new TreeMap<>();

  /** How often words up to and with each occurred. */
  private final long[] cumulative;

  /**
   * @param counts of each word, positive, at least one word
   */
  WordCounts(Map<String, Long> counts) {
    SortedMap<String, Long> sorted = new TreeMap<>(counts);
    words = List.copyOf(sorted.keySet());
    cumulative = new long[words.size()];
    long sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += sorted.get(words.get(i));
      cumulative[i] = sum;
      indices.put(words.get(i), i);
    }
  }

  /**
   * Draws a word, each as likely as it was frequent, but never the given one.
   *
   * @return the given word if there is no other
   */
  String other(String word, Random random) {
    long total = cumulative[cumulative.length - 1];
    Integer own = indices.get(word);
    long ownBegin = own == null || own == 0 ? 0 : cumulative[own - 1];
    long ownCount = own == null ? 0 : cumulative[own] - ownBegin;
    if (total == ownCount) {
      return word;
    }
    long drawn = (long) (random.nextDouble() * (total - ownCount));
    if (own != null && drawn >= ownBegin) {
      drawn += ownCount;
    }
    int found = Arrays.binarySearch(cumulative, drawn + 1);
    return words.get(found >= 0 ? found : -found - 1);
  }
}
