package io.github.albertner.pretrain;

import io.github.albertner.network.PieceBatch;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Windows that go through the network together.
 *
 * @param pieces the windows; the rows read are those of hidden pieces
 * @param targets what stood in the rows read, W; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // goes to the network as it is
record MaskedBatch(PieceBatch pieces, long[] targets) {

  static MaskedBatch of(List<MaskedWindow> windows) {
    return new MaskedBatch(
        PieceBatch.of(
            windows.stream().map(MaskedWindow::pieces).toList(),
            windows.stream().map(MaskedWindow::rows).toList()),
        windows.stream().flatMapToInt(w -> IntStream.of(w.targets())).asLongStream().toArray());
  }

  /** The number of hidden pieces. */
  int hidden() {
    return targets.length;
  }
}
