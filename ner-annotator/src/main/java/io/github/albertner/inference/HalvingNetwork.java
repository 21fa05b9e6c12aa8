package io.github.albertner.inference;

import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.network.PieceBatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network that cuts a batch in two when it does not fit into the device's memory, and from then
 * on runs no batch that is larger than the halves. Thread-safe if the network is.
 *
 * <p>The size of a batch is its pieces with padding, as attention has them.
 */
public final class HalvingNetwork implements CallCombiner.Network {
  private static final Logger LOG = LoggerFactory.getLogger(HalvingNetwork.class);

  private final CallCombiner.Network network;
  private final AtomicInteger mostPieces = new AtomicInteger(Integer.MAX_VALUE);

  /** A network whose batches all fit, until one does not. */
  public HalvingNetwork(CallCombiner.Network network) {
    this.network = network;
  }

  /** Returns the size of the largest batch that is tried. */
  int mostPieces() {
    return mostPieces.get();
  }

  /**
   * Runs one batch, in parts if need be.
   *
   * @throws DeviceMemoryException if one window alone does not fit
   */
  @Override
  public float[] run(PieceBatch batch, int threads) {
    if (batch.sentences() > 1 && size(batch) > mostPieces.get()) {
      return runHalves(batch, threads);
    }
    try {
      return network.run(batch, threads);
    } catch (RuntimeException e) {
      if (!DeviceMemoryException.isSaidBy(e)) {
        throw e;
      }
      if (batch.sentences() == 1) {
        throw new DeviceMemoryException(
            ("a window of %d pieces on its own does not fit into the device's memory; free memory"
                    + " that others use, choose a precision of fewer bits, or device cpu")
                .formatted(batch.pieces()),
            e);
      }
      long half = Math.max(1, size(batch) / 2);
      int most = mostPieces.accumulateAndGet((int) Math.min(half, Integer.MAX_VALUE), Math::min);
      LOG.warn(
          "A batch of {} pieces did not fit into the device's memory; from now on at most {}",
          size(batch),
          most);
      return runHalves(batch, threads);
    }
  }

  private float[] runHalves(PieceBatch batch, int threads) {
    float[] first = run(batch.half(true), threads);
    float[] second = run(batch.half(false), threads);
    float[] logits = new float[first.length + second.length];
    System.arraycopy(first, 0, logits, 0, first.length);
    System.arraycopy(second, 0, logits, first.length, second.length);
    return logits;
  }

  private static long size(PieceBatch batch) {
    return (long) batch.sentences() * batch.longest();
  }
}
