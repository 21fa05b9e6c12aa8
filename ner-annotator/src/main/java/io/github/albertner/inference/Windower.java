package io.github.albertner.inference;

import io.github.albertner.tokenize.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Places a sentence into windows that fit the network, so that no word is lost.
 *
 * <p>A sentence that fits is one window, which whole neighbouring words widen on both sides: those
 * nearest to it, up to so many pieces on each side and as far as there is room. Where there is too
 * little room for both sides they get half each, or what the other leaves.
 *
 * <p>A longer sentence is cut into overlapping windows, without neighbours. Consecutive windows
 * share about a quarter of their pieces; a word in the shared part is decided by the window in
 * which its first piece has more context, which is the earlier one up to the middle and the later
 * one from there on. Windows begin at the first piece of a word unless the word alone is longer
 * than the step.
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

  /** Returns the windows of a sentence alone, in order; each word is decided by exactly one. */
  public List<Window> windows(Encoding encoding) {
    return windows(encoding, 0, encoding.words(), 0);
  }

  /**
   * Returns the windows of a sentence among its neighbours, in order; each of its words is decided
   * by exactly one, and no other word by any.
   *
   * @param encoding of the sentence and the words around it
   * @param firstWord of the sentence
   * @param endWord after its last word
   * @param contextPieces most pieces of neighbouring words on each side
   */
  public List<Window> windows(Encoding encoding, int firstWord, int endWord, int contextPieces) {
    Objects.checkFromToIndex(firstWord, endWord, encoding.words());
    if (firstWord == endWord) {
      return List.of();
    }
    int begin = encoding.firstPiece(firstWord);
    int end = encoding.endPiece(endWord - 1);
    if (end - begin <= capacity) {
      return List.of(widened(encoding, new Window(begin, end, firstWord, endWord), contextPieces));
    }
    return cut(encoding, begin, end, firstWord, endWord);
  }

  private Window widened(Encoding encoding, Window sentence, int contextPieces) {
    int room = capacity - (sentence.end() - sentence.begin());
    int before = before(encoding, sentence.firstWord(), contextPieces);
    int after = after(encoding, sentence.endWord(), contextPieces);
    if (before + after > room) {
      int half = room / 2;
      int roomBefore = Math.max(half, room - after);
      int roomAfter = Math.max(room - half, room - before);
      before = before(encoding, sentence.firstWord(), Math.min(contextPieces, roomBefore));
      after = after(encoding, sentence.endWord(), Math.min(contextPieces, roomAfter));
    }
    return new Window(
        sentence.begin() - before,
        sentence.end() + after,
        sentence.firstWord(),
        sentence.endWord());
  }

  /** Pieces of the whole words before a word, at most so many. */
  private static int before(Encoding encoding, int word, int mostPieces) {
    int pieces = 0;
    for (int w = word - 1; w >= 0; w--) {
      int own = encoding.endPiece(w) - encoding.firstPiece(w);
      if (pieces + own > mostPieces) {
        break;
      }
      pieces += own;
    }
    return pieces;
  }

  /** Pieces of the whole words from a word on, at most so many. */
  private static int after(Encoding encoding, int word, int mostPieces) {
    int pieces = 0;
    for (int w = word; w < encoding.words(); w++) {
      int own = encoding.endPiece(w) - encoding.firstPiece(w);
      if (pieces + own > mostPieces) {
        break;
      }
      pieces += own;
    }
    return pieces;
  }

  private List<Window> cut(Encoding encoding, int begin, int end, int firstWord, int endWord) {
    List<Integer> begins = begins(encoding, begin, end);
    List<Window> windows = new ArrayList<>();
    int word = firstWord;
    for (int i = 0; i < begins.size(); i++) {
      int windowBegin = begins.get(i);
      int windowEnd = Math.min(windowBegin + capacity, end);
      int decided = word;
      int limit = i + 1 == begins.size() ? end : middle(begins.get(i + 1), windowEnd);
      while (word < endWord && encoding.firstPiece(word) < limit) {
        word++;
      }
      if (word > decided) {
        windows.add(new Window(windowBegin, windowEnd, decided, word));
      }
    }
    return windows;
  }

  /** The first piece that has no less context in the window from {@code begin} than before it. */
  private static int middle(int begin, int endBefore) {
    return (begin + endBefore + 1) / 2;
  }

  private List<Integer> begins(Encoding encoding, int from, int to) {
    List<Integer> begins = new ArrayList<>(List.of(from));
    int begin = from;
    while (begin + capacity < to) {
      int target = Math.min(begin + step, to - capacity);
      int wordStart = encoding.firstPiece(encoding.wordOf(target));
      begin = wordStart > begin ? wordStart : target;
      begins.add(begin);
    }
    return begins;
  }
}
