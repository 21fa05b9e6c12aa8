package io.github.albertner.pretrain;

import io.github.albertner.shard.StoredPiece;
import java.nio.IntBuffer;
import java.util.stream.IntStream;

/**
 * Where the windows of a shard begin. Each is full, begins with a sentence and is filled up with
 * those that follow; the next one begins with the sentence that did not fit whole. In a sentence
 * longer than a window, windows follow each other word by word. What is left at the end of a shard,
 * less than a window, is not learned from.
 */
final class WindowStarts {
  private WindowStarts() {}

  /**
   * Finds them.
   *
   * @param shard {@link StoredPiece}s
   * @param length of a window, [CLS] and [SEP] included
   */
  static int[] of(IntBuffer shard, int length) {
    int text = length - TextWindow.FRAME;
    IntStream.Builder starts = IntStream.builder();
    int begin = firstSentence(shard);
    while (begin + text <= shard.limit()) {
      starts.add(begin);
      begin = next(shard, begin, begin + text);
    }
    return starts.build().toArray();
  }

  private static int firstSentence(IntBuffer shard) {
    int begin = 0;
    while (begin < shard.limit() && !StoredPiece.beginsSentence(shard.get(begin))) {
      begin++;
    }
    return begin;
  }

  private static int next(IntBuffer shard, int begin, int end) {
    if (end == shard.limit()) {
      return end;
    }
    int word = end;
    boolean wordFound = false;
    for (int i = end; i > begin; i--) {
      int stored = shard.get(i);
      if (StoredPiece.beginsSentence(stored)) {
        return i;
      }
      if (!wordFound && StoredPiece.beginsWord(stored)) {
        word = i;
        wordFound = true;
      }
    }
    return word;
  }
}
