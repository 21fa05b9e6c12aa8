package io.github.albertner.pretrain;

import java.util.stream.IntStream;

/**
 * A window in which words are hidden.
 *
 * <p>Where a window has two segments whose order is to be guessed, that travels in the same arrays:
 * V is added to the ids of the second segment's pieces, and the row of [CLS] is one of the hidden
 * ones, with V for segments in their order and V + 1 for swapped ones as its target. V is the size
 * of the vocabulary.
 */
final class MaskedWindow {
  private final int[] pieces;
  private final int[] rows;
  private final int[] targets;
  private final boolean ordered;

  /**
   * A window.
   *
   * @param pieces ids, T; not copied
   * @param rows of the hidden pieces, ascending; not copied
   * @param targets what stood there; not copied
   */
  MaskedWindow(int[] pieces, int[] rows, int[] targets) {
    this(pieces, rows, targets, false);
  }

  private MaskedWindow(int[] pieces, int[] rows, int[] targets, boolean ordered) {
    this.pieces = pieces;
    this.rows = rows;
    this.targets = targets;
    this.ordered = ordered;
  }

  /**
   * Returns the same window with the order of its segments to guess.
   *
   * @param second where the second segment begins
   * @param swapped whether it is the one that comes first in the text
   * @param vocabulary V
   */
  MaskedWindow withOrder(int second, boolean swapped, int vocabulary) {
    int[] ids = pieces.clone();
    for (int i = second; i < ids.length; i++) {
      ids[i] += vocabulary;
    }
    return new MaskedWindow(
        ids,
        IntStream.concat(IntStream.of(0), IntStream.of(rows)).toArray(),
        IntStream.concat(IntStream.of(vocabulary + (swapped ? 1 : 0)), IntStream.of(targets))
            .toArray(),
        true);
  }

  /** Whether the order of its segments is to be guessed. */
  boolean isOrdered() {
    return ordered;
  }

  int[] pieces() {
    return pieces;
  }

  int[] rows() {
    return rows;
  }

  int[] targets() {
    return targets;
  }
}
