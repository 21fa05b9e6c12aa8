package io.github.albertner.pretrain;

import io.github.albertner.network.PieceBatch;
import java.util.List;
import java.util.stream.IntStream;

/** Windows that go through the network together. */
final class MaskedBatch {
  private final PieceBatch pieces;
  private final long[] targets;

  /**
   * A batch.
   *
   * @param pieces the windows; the rows read are those of hidden pieces
   * @param targets what stood in the rows read, W; not copied
   */
  MaskedBatch(PieceBatch pieces, long[] targets) {
    this.pieces = pieces;
    this.targets = targets;
  }

  static MaskedBatch of(List<MaskedWindow> windows) {
    return new MaskedBatch(
        PieceBatch.of(
            windows.stream().map(MaskedWindow::pieces).toList(),
            windows.stream().map(MaskedWindow::rows).toList()),
        windows.stream().flatMapToInt(w -> IntStream.of(w.targets())).asLongStream().toArray());
  }

  /** The windows; the rows read are those of hidden pieces. */
  PieceBatch pieces() {
    return pieces;
  }

  /** What stood in the rows read, W; not a copy. */
  long[] targets() {
    return targets;
  }
}
