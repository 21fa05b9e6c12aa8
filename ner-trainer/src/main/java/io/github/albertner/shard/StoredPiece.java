package io.github.albertner.shard;

/**
 * How a piece of text is stored: its id in the lower bits, and above them whether it begins a word
 * or a sentence.
 */
public final class StoredPiece {
  private static final int WORD = 1 << 31;
  private static final int SENTENCE = 1 << 30;
  private static final int ID = SENTENCE - 1;

  private StoredPiece() {}

  /** Returns a piece as it is stored. */
  static int of(int id, boolean beginsWord, boolean beginsSentence) {
    return id | (beginsWord ? WORD : 0) | (beginsSentence ? SENTENCE : 0);
  }

  /** Returns the piece's id. */
  public static int id(int stored) {
    return stored & ID;
  }

  /** Returns whether it is the first of a word. */
  public static boolean beginsWord(int stored) {
    return (stored & WORD) != 0;
  }

  /** Returns whether it is the first of a sentence. */
  public static boolean beginsSentence(int stored) {
    return (stored & SENTENCE) != 0;
  }
}
