package io.github.albertner.pretrain;

import io.github.albertner.network.PieceBatch;
import java.util.List;
import java.util.stream.IntStream;

/** Windows that go through the network together. */
final class MaskedBatch {
  private final PieceBatch pieces;
  private final long[] targets;
  private final int orders;

  /**
   * A batch of windows without segments.
   *
   * @param pieces the windows; the rows read are those of hidden pieces
   * @param targets what stood in the rows read, W; not copied
   */
  MaskedBatch(PieceBatch pieces, long[] targets) {
    this(pieces, targets, 0);
  }

  private MaskedBatch(PieceBatch pieces, long[] targets, int orders) {
    this.pieces = pieces;
    this.targets = targets;
    this.orders = orders;
  }

  static MaskedBatch of(List<MaskedWindow> windows) {
    return new MaskedBatch(
        PieceBatch.of(
            windows.stream().map(MaskedWindow::pieces).toList(),
            windows.stream().map(MaskedWindow::rows).toList()),
        windows.stream().flatMapToInt(w -> IntStream.of(w.targets())).asLongStream().toArray(),
        (int) windows.stream().filter(MaskedWindow::isOrdered).count());
  }

  /** The number of hidden pieces. */
  int hidden() {
    return targets.length - orders;
  }

  /** The number of windows whose segments' order is to be guessed. */
  int orders() {
    return orders;
  }

  /** The windows; the rows read are those that something is to be guessed in. */
  PieceBatch pieces() {
    return pieces;
  }

  /** What is to be guessed in the rows read, W, as {@link MaskedWindow} says; not a copy. */
  long[] targets() {
    return targets;
  }
}
