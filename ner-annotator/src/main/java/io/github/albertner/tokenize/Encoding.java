package io.github.albertner.tokenize;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The pieces of one sentence, without {@code [CLS]} and {@code [SEP]}, and the word each came from.
 *
 * <p>Every word has at least one piece; the pieces of a word are consecutive and words are in
 * order, so word w owns the half-open piece range [{@link #firstPiece}, {@link #endPiece}).
 */
public final class Encoding {

  private final int[] pieceIds;
  private final int[] wordOf;
  private final int[] firstPieces; // one more than words: the last is the number of pieces

  /**
   * @param wordPieces ids of each word's pieces, none empty
   */
  Encoding(List<int[]> wordPieces) {
    int words = wordPieces.size();
    firstPieces = new int[words + 1];
    for (int w = 0; w < words; w++) {
      int count = wordPieces.get(w).length;
      if (count == 0) {
        throw new IllegalArgumentException("word " + w + " has no piece, expected at least one");
      }
      firstPieces[w + 1] = Math.addExact(firstPieces[w], count);
    }
    pieceIds = new int[firstPieces[words]];
    wordOf = new int[pieceIds.length];
    for (int w = 0; w < words; w++) {
      int[] ids = wordPieces.get(w);
      System.arraycopy(ids, 0, pieceIds, firstPieces[w], ids.length);
      Arrays.fill(wordOf, firstPieces[w], firstPieces[w + 1], w);
    }
  }

  /** Number of words. */
  public int words() {
    return firstPieces.length - 1;
  }

  /** Number of pieces, at least {@link #words}. */
  public int pieces() {
    return pieceIds.length;
  }

  /**
   * Vocabulary id of a piece.
   *
   * @param piece index in [0, {@link #pieces})
   */
  public int pieceId(int piece) {
    return pieceIds[piece];
  }

  /**
   * Index of the word a piece came from.
   *
   * @param piece index in [0, {@link #pieces})
   */
  public int wordOf(int piece) {
    return wordOf[piece];
  }

  /**
   * Index of a word's first piece.
   *
   * @param word index in [0, {@link #words})
   */
  public int firstPiece(int word) {
    return firstPieces[checkedWord(word)];
  }

  /**
   * Index after a word's last piece.
   *
   * @param word index in [0, {@link #words})
   */
  public int endPiece(int word) {
    return firstPieces[checkedWord(word) + 1];
  }

  private int checkedWord(int word) {
    return Objects.checkIndex(word, words());
  }
}
