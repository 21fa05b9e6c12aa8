package io.github.albertner.vocabulary;

import java.util.Locale;

/**
 * What kind of vocabulary to make.
 *
 * @param size number of pieces, the five special ones included
 * @param cased whether upper and lower case differ
 * @param threads of the trainer; part of the result, because it sums by thread
 */
public record VocabularySettings(int size, boolean cased, int threads) {

  /** Pieces of the project's own vocabulary. */
  public static final int DEFAULT_SIZE = 16_000;

  /** Threads that the project's own vocabulary was made with. */
  public static final int DEFAULT_THREADS = 2;

  /** Fewer would not hold the required characters. */
  private static final int SMALLEST = 600;

  /** As many as SentencePiece's trainer has candidates for by default. */
  private static final int LARGEST = 1_000_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public VocabularySettings {
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "size: expected %,d to %,d pieces, found %,d", SMALLEST, LARGEST, size));
    }
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads: expected 1 to 1024, found " + threads);
    }
  }
}
