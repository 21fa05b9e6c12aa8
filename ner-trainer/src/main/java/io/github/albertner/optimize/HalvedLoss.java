package io.github.albertner.optimize;

import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.network.LargestBatch;
import io.github.albertner.network.PieceBatch;
import java.util.Arrays;

/**
 * The loss of batches, in halves where one does not fit into the device's memory. What fitted is
 * kept: no later batch is tried that is larger.
 */
final class HalvedLoss {
  private final LargestBatch largest = new LargestBatch();

  /** Computes the loss of a batch and adds its gradients, or fails and adds none. */
  @FunctionalInterface
  interface Loss {
    /**
     * Computes it.
     *
     * @param targets of the rows read, W
     * @return the sum of the rows' losses
     */
    double accumulate(PieceBatch batch, long[] targets);
  }

  /**
   * Computes the loss of a batch, in parts if need be.
   *
   * @param targets of the rows read, W
   * @return the sum of the rows' losses
   * @throws DeviceMemoryException if one window alone does not fit
   */
  double accumulate(PieceBatch batch, long[] targets, Loss loss) {
    if (batch.rows() == 0) {
      return 0; // a half from which nothing is learned
    }
    if (largest.isExceededBy(batch)) {
      return accumulateHalves(batch, targets, loss);
    }
    try {
      return loss.accumulate(batch, targets);
    } catch (RuntimeException e) {
      largest.lower(batch, e);
      return accumulateHalves(batch, targets, loss);
    }
  }

  private double accumulateHalves(PieceBatch batch, long[] targets, Loss loss) {
    PieceBatch first = batch.half(true);
    int rows = first.rows();
    return accumulate(first, Arrays.copyOf(targets, rows), loss)
        + accumulate(batch.half(false), Arrays.copyOfRange(targets, rows, targets.length), loss);
  }
}
