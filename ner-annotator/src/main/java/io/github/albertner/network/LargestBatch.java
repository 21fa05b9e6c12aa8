package io.github.albertner.network;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The largest batch that fits into a device's memory, as those have shown that did not: when one
 * does not fit, it is to be run in halves, and from then on none is tried that is larger than they.
 * Thread-safe.
 *
 * <p>The size of a batch is its pieces with padding, as attention has them.
 */
public final class LargestBatch {
  private static final Logger LOG = LoggerFactory.getLogger(LargestBatch.class);

  private final AtomicLong pieces = new AtomicLong(Long.MAX_VALUE);

  /** Returns the size of the largest batch that is tried. */
  public long pieces() {
    return pieces.get();
  }

  /** Returns whether a batch is to be run in halves without being tried. */
  public boolean isExceededBy(PieceBatch batch) {
    return batch.sentences() > 1 && size(batch) > pieces.get();
  }

  /**
   * Takes note of a batch that failed, and returns if it is to be run in halves.
   *
   * @throws DeviceMemoryException if one window alone does not fit
   * @throws RuntimeException the failure, if it was another one
   */
  public void lower(PieceBatch batch, RuntimeException failure) {
    if (!DeviceMemoryException.isSaidBy(failure)) {
      throw failure;
    }
    if (batch.sentences() == 1) {
      throw new DeviceMemoryException(
          ("a window of %s pieces on its own does not fit into the device's memory; free memory that"
                  + " others use, choose a precision of fewer bits, or device cpu")
              .formatted(batch.pieces()),
          failure);
    }
    long most = pieces.accumulateAndGet(Math.max(1, size(batch) / 2), Math::min);
    LOG.warn(
        "A batch of {} pieces did not fit into the device's memory; from now on at most {}",
        size(batch),
        most);
  }

  private static long size(PieceBatch batch) {
    return (long) batch.sentences() * batch.longest();
  }
}
