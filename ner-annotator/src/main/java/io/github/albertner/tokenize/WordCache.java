package io.github.albertner.tokenize;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ids of words met lately, for many threads.
 *
 * <p>Two generations: words are written into the young one; when it is full it becomes the old one,
 * and what was old is forgotten. A word found in the old one moves to the young one, so that
 * frequent words stay. At most twice the capacity is kept.
 */
final class WordCache {

  /** Longer words are rare and would make the bound in words no bound in bytes. */
  private static final int MAX_WORD_LENGTH = 64;

  private final int capacity;
  private volatile Map<String, int[]> young = new ConcurrentHashMap<>();
  private volatile Map<String, int[]> old = Map.of();

  /**
   * @param capacity words a generation holds
   */
  WordCache(int capacity) {
    this.capacity = capacity;
  }

  /** The word's ids, shared and not to be changed; null if unknown. */
  int[] get(String word) {
    int[] ids = young.get(word);
    if (ids == null) {
      ids = old.get(word);
      if (ids != null) {
        put(word, ids);
      }
    }
    return ids;
  }

  void put(String word, int[] ids) {
    if (word.length() > MAX_WORD_LENGTH) {
      return;
    }
    Map<String, int[]> generation = young;
    generation.put(word, ids);
    if (generation.size() > capacity) {
      age(generation);
    }
  }

  /** Number of words kept, twice those in both generations. */
  int size() {
    return young.size() + old.size();
  }

  private synchronized void age(Map<String, int[]> full) {
    if (young == full) {
      old = full;
      young = new ConcurrentHashMap<>();
    }
  }
}
