package io.github.albertner.embedding;

/**
 * How embeddings are made.
 *
 * @param size E, columns
 * @param window pieces to each side that count as near, in the same sentence
 * @param seed of the random start, of the rotation and of rows without counts
 * @param threads that work at a time; not part of the result
 */
public record EmbeddingSettings(int size, int window, long seed, int threads) {

  /** ALBERT's. */
  public static final int DEFAULT_SIZE = 128;

  /** As in the source. */
  public static final int DEFAULT_WINDOW = 5;

  private static final int MOST_SIZE = 4096;
  private static final int MOST_WINDOW = 20;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public EmbeddingSettings {
    require("size", size, MOST_SIZE);
    require("window", window, MOST_WINDOW);
    require("threads", threads, 1024);
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s: expected 1 to %s, found %s".formatted(name, most, value));
    }
  }
}
