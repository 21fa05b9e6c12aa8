package io.github.albertner;

import io.github.albertner.network.Precision;
import java.time.Duration;
import java.util.Objects;

/**
 * How a tagger runs. Results do not depend on it beyond the rounding of the precision.
 *
 * @param precision number format of the network's products
 * @param threads processor threads that all calls together may use, at least 1
 * @param batchPieces most pieces that go through the network at once, at least 1
 * @param maxWait longest that a call waits for those of other threads to share its batch; it waits
 *     only when others called a moment ago, never when it is alone; at most a second
 */
public record TaggerOptions(Precision precision, int threads, int batchPieces, Duration maxWait) {
  /**
   * System property that sets the default precision, for applications that have no other way to say
   * it.
   */
  public static final String PRECISION_PROPERTY = "ner.precision";

  private static final int DEFAULT_BATCH_PIECES = 2048;
  private static final Duration DEFAULT_MAX_WAIT = Duration.ofNanos(200_000);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** Checks the ranges. */
  public TaggerOptions {
    Objects.requireNonNull(precision, "precision");
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; expected at least 1");
    }
    if (batchPieces < 1) {
      throw new IllegalArgumentException("batchPieces is " + batchPieces + "; expected at least 1");
    }
    if (maxWait.isNegative() || maxWait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "maxWait is " + maxWait + "; expected 0 to " + LONGEST_WAIT);
    }
  }

  /** Options with the default wait. */
  public TaggerOptions(Precision precision, int threads, int batchPieces) {
    this(precision, threads, batchPieces, DEFAULT_MAX_WAIT);
  }

  /**
   * Returns the precision of the system property {@value #PRECISION_PROPERTY}, or AUTO without it;
   * as many threads as processors, batches of 2048 pieces, and 0.2 ms.
   *
   * @throws IllegalArgumentException if the property names no precision
   */
  public static TaggerOptions defaults() {
    return new TaggerOptions(
        Precision.of(System.getProperty(PRECISION_PROPERTY, "auto")),
        Runtime.getRuntime().availableProcessors(),
        DEFAULT_BATCH_PIECES);
  }

  /** Returns these options with another precision. */
  public TaggerOptions withPrecision(Precision other) {
    return new TaggerOptions(other, threads, batchPieces, maxWait);
  }

  /** Returns these options with another number of threads. */
  public TaggerOptions withThreads(int other) {
    return new TaggerOptions(precision, other, batchPieces, maxWait);
  }

  /** Returns these options with another batch budget. */
  public TaggerOptions withBatchPieces(int other) {
    return new TaggerOptions(precision, threads, other, maxWait);
  }

  /** Returns these options with another wait. */
  public TaggerOptions withMaxWait(Duration other) {
    return new TaggerOptions(precision, threads, batchPieces, other);
  }
}
