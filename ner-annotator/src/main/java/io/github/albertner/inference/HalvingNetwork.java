package io.github.albertner.inference;

import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.network.LargestBatch;
import io.github.albertner.network.PieceBatch;

/**
 * A network that cuts a batch in two when it does not fit into the device's memory, and from then
 * on runs no batch that is larger than the halves. Thread-safe if the network is.
 */
public final class HalvingNetwork implements CallCombiner.Network {
  private final CallCombiner.Network network;
  private final LargestBatch largest = new LargestBatch();

  /** A network whose batches all fit, until one does not. */
  public HalvingNetwork(CallCombiner.Network network) {
    this.network = network;
  }

  /**
   * Runs one batch, in parts if need be.
   *
   * @throws DeviceMemoryException if one window alone does not fit
   */
  @Override
  public float[] run(PieceBatch batch, int threads) {
    if (largest.isExceededBy(batch)) {
      return runHalves(batch, threads);
    }
    try {
      return network.run(batch, threads);
    } catch (RuntimeException e) {
      largest.lower(batch, e);
      return runHalves(batch, threads);
    }
  }

  /** Returns the size of the largest batch that is tried. */
  long mostPieces() {
    return largest.pieces();
  }

  private float[] runHalves(PieceBatch batch, int threads) {
    float[] first = run(batch.half(true), threads);
    float[] second = run(batch.half(false), threads);
    float[] logits = new float[first.length + second.length];
    System.arraycopy(first, 0, logits, 0, first.length);
    System.arraycopy(second, 0, logits, first.length, second.length);
    return logits;
  }
}
