package io.github.albertner;

import io.github.albertner.network.Precision;
import java.util.Objects;

/**
 * How a tagger runs. Results do not depend on it beyond rounding.
 *
 * @param precision number format of the network's products
 * @param threads that one call may use on a CPU, at least 1
 * @param batchPieces most pieces that go through the network at once, at least 1
 */
public record TaggerOptions(Precision precision, int threads, int batchPieces) {
  private static final int DEFAULT_BATCH_PIECES = 2048;

  /** Checks the ranges. */
  public TaggerOptions {
    Objects.requireNonNull(precision, "precision");
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; expected at least 1");
    }
    if (batchPieces < 1) {
      throw new IllegalArgumentException("batchPieces is " + batchPieces + "; expected at least 1");
    }
  }

  /** Returns F32, as many threads as processors, and batches of 2048 pieces. */
  public static TaggerOptions defaults() {
    return new TaggerOptions(
        Precision.F32, Runtime.getRuntime().availableProcessors(), DEFAULT_BATCH_PIECES);
  }

  /** Returns these options with another precision. */
  public TaggerOptions withPrecision(Precision other) {
    return new TaggerOptions(other, threads, batchPieces);
  }

  /** Returns these options with another number of threads. */
  public TaggerOptions withThreads(int other) {
    return new TaggerOptions(precision, other, batchPieces);
  }

  /** Returns these options with another batch budget. */
  public TaggerOptions withBatchPieces(int other) {
    return new TaggerOptions(precision, threads, other);
  }
}
