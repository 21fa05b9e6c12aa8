package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The cache is bounded and keeps the words that are asked for. */
class WordCacheTest {

  @Test
  void keepsWhatIsAskedForAndForgetsTheRest() {
    WordCache cache = new WordCache(10);
    cache.put("often", new int[] {1});
    cache.put("once", new int[] {2});
    for (int i = 0; i < 100; i++) {
      cache.put("word" + i, new int[] {3});
      assertArrayEquals(new int[] {1}, cache.get("often"));
      assertTrue(cache.size() <= 22, "size " + cache.size());
    }
    assertNull(cache.get("once"));
  }

  @Test
  void doesNotKeepVeryLongWords() {
    WordCache cache = new WordCache(10);
    cache.put("x".repeat(65), new int[] {1});

    assertNull(cache.get("x".repeat(65)));
  }
}
