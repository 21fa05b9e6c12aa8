package io.github.albertner.pretrain;

/** A window in which words are hidden. */
final class MaskedWindow {
  private final int[] pieces;
  private final int[] rows;
  private final int[] targets;

  /**
   * A window.
   *
   * @param pieces ids, T; not copied
   * @param rows of the hidden pieces, ascending; not copied
   * @param targets what stood there; not copied
   */
  MaskedWindow(int[] pieces, int[] rows, int[] targets) {
    this.pieces = pieces;
    this.rows = rows;
    this.targets = targets;
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
