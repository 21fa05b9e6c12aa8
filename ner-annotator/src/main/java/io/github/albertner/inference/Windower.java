package io.github.albertner.inference;

import io.github.albertner.tokenize.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a sentence into overlapping windows that fit the network, so that no word is lost.
 *
 * <p>Consecutive windows share about a quarter of their pieces; a word in the shared part is
 * decided by the window in which its first piece has more context, which is the earlier one up to
 * the middle and the later one from there on. Windows begin at the first piece of a word unless the
 * word alone is longer than the step.
 */
public final class Windower {
  private static final int SPECIAL_PIECES = 2;

  private final int capacity;
  private final int step;

  /**
   * A windower for a network.
   *
   * @param maxPositions longest input of the network, [CLS] and [SEP] included; at least 3
   */
  public Windower(int maxPositions) {
    if (maxPositions <= SPECIAL_PIECES) {
      throw new IllegalArgumentException(
          "expected at least 3 positions, for [CLS], a piece and [SEP]; found " + maxPositions);
    }
    capacity = maxPositions - SPECIAL_PIECES;
    step = Math.max(1, capacity - capacity / 4);
  }

  /** Returns the windows of a sentence, in order; each word is decided by exactly one. */
  public List<Window> windows(Encoding encoding) {
    int pieces = encoding.pieces();
    if (encoding.words() == 0) {
      return List.of();
    }
    if (pieces <= capacity) {
      return List.of(new Window(0, pieces, 0, encoding.words()));
    }
    List<Integer> begins = begins(encoding);
    List<Window> windows = new ArrayList<>();
    int word = 0;
    for (int i = 0; i < begins.size(); i++) {
      int begin = begins.get(i);
      int end = Math.min(begin + capacity, pieces);
      int decided = word;
      int limit = i + 1 == begins.size() ? pieces : middle(begins.get(i + 1), end);
      while (word < encoding.words() && encoding.firstPiece(word) < limit) {
        word++;
      }
      if (word > decided) {
        windows.add(new Window(begin, end, decided, word));
      }
    }
    return windows;
  }

  /** The first piece that has no less context in the window from {@code begin} than before it. */
  private static int middle(int begin, int endBefore) {
    return (begin + endBefore + 1) / 2;
  }

  private List<Integer> begins(Encoding encoding) {
    int pieces = encoding.pieces();
    List<Integer> begins = new ArrayList<>(List.of(0));
    int begin = 0;
    while (begin + capacity < pieces) {
      int target = Math.min(begin + step, pieces - capacity);
      int wordStart = encoding.firstPiece(encoding.wordOf(target));
      begin = wordStart > begin ? wordStart : target;
      begins.add(begin);
    }
    return begins;
  }
}
