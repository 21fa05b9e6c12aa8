package io.github.albertner.inference;

import io.github.albertner.tokenize.Encoding;
import java.util.stream.IntStream;

/**
 * A stretch of a sentence that fits the network, and the words whose scores are read from it.
 *
 * @param begin first piece of the encoding
 * @param end after the last piece
 * @param firstWord first word that this window decides
 * @param endWord after the last word that it decides
 */
public record Window(int begin, int end, int firstWord, int endWord) {

  /** Returns the number of pieces that the network sees, [CLS] and [SEP] included. */
  public int length() {
    return end - begin + 2;
  }

  /** Returns what the network sees: [CLS], the pieces, [SEP]. */
  public int[] pieceIds(Encoding encoding, int classId, int separatorId) {
    int[] ids = new int[length()];
    ids[0] = classId;
    for (int piece = begin; piece < end; piece++) {
      ids[piece - begin + 1] = encoding.pieceId(piece);
    }
    ids[ids.length - 1] = separatorId;
    return ids;
  }

  /** Returns, for each word decided, where its first piece stands in {@link #pieceIds}. */
  public int[] firstPieces(Encoding encoding) {
    return IntStream.range(firstWord, endWord)
        .map(word -> encoding.firstPiece(word) - begin + 1)
        .toArray();
  }
}
