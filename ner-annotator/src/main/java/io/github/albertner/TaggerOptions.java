package io.github.albertner;

import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * How a tagger runs. Results do not depend on it beyond the rounding of the precision, but for
 * recasing.
 *
 * @param device where the network runs
 * @param precision number format of the network's products
 * @param threads processor threads that all calls together may use, at least 1
 * @param batchPieces most pieces that go through the network in one batch; 0 for what suits the
 *     device: on a processor what stays in its caches, on a GPU what its free memory holds
 * @param maxWait longest that a call waits for those of other threads to share its batch; it waits
 *     only when others called a moment ago, never when it is alone; at most a second
 * @param recasing whether the network sees sentences that are all in capitals, all in small letters
 *     or headlines as they are usually written, if the package says how
 */
public record TaggerOptions(
    DeviceChoice device,
    Precision precision,
    int threads,
    int batchPieces,
    Duration maxWait,
    boolean recasing)
    implements Serializable {
  /**
   * System property that sets the default precision, for applications that have no other way to say
   * it.
   */
  public static final String PRECISION_PROPERTY = "ner.precision";

  /**
   * System property that sets the default device, for applications that have no other way to say
   * it.
   */
  public static final String DEVICE_PROPERTY = "ner.device";

  /**
   * System property that says whether sentences are recased, {@code on} or {@code off}, for
   * applications that have no other way to say it.
   */
  public static final String RECASE_PROPERTY = "ner.recase";

  /** For each the native libraries keep memory, whether it works or not. */
  private static final int MOST_THREADS = 1024;

  private static final Duration DEFAULT_MAX_WAIT = Duration.ofNanos(200_000);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** Checks the ranges. */
  public TaggerOptions {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(precision, "precision");
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "threads is " + threads + "; expected 1 to " + MOST_THREADS);
    }
    if (batchPieces < 0) {
      throw new IllegalArgumentException("batchPieces is " + batchPieces + "; expected at least 0");
    }
    if (maxWait.isNegative() || maxWait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "maxWait is " + maxWait + "; expected 0 to " + LONGEST_WAIT);
    }
  }

  /** Options for device {@code auto}, with the default wait. */
  public TaggerOptions(Precision precision, int threads, int batchPieces) {
    this(DeviceChoice.AUTO, precision, threads, batchPieces, DEFAULT_MAX_WAIT, true);
  }

  /**
   * Returns the device of the system property {@value #DEVICE_PROPERTY} and the precision of
   * {@value #PRECISION_PROPERTY}, both {@code auto} without them; as many threads as processors,
   * batches that suit the device, and 0.2 ms; recasing as {@value #RECASE_PROPERTY} says, on
   * without it.
   *
   * @throws IllegalArgumentException if a property has none of the values that it may have
   */
  public static TaggerOptions defaults() {
    return new TaggerOptions(
        DeviceChoice.of(System.getProperty(DEVICE_PROPERTY, "auto")),
        Precision.of(System.getProperty(PRECISION_PROPERTY, "auto")),
        Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
        0,
        DEFAULT_MAX_WAIT,
        recasing(System.getProperty(RECASE_PROPERTY, "on")));
  }

  private static boolean recasing(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(
              "system property %s: expected on or off, found \"%s\""
                  .formatted(RECASE_PROPERTY, value));
    };
  }

  /** Returns these options with another device. */
  public TaggerOptions withDevice(DeviceChoice other) {
    return new TaggerOptions(other, precision, threads, batchPieces, maxWait, recasing);
  }

  /** Returns these options with another precision. */
  public TaggerOptions withPrecision(Precision other) {
    return new TaggerOptions(device, other, threads, batchPieces, maxWait, recasing);
  }

  /** Returns these options with another number of threads. */
  public TaggerOptions withThreads(int other) {
    return new TaggerOptions(device, precision, other, batchPieces, maxWait, recasing);
  }

  /** Returns these options with another batch budget. */
  public TaggerOptions withBatchPieces(int other) {
    return new TaggerOptions(device, precision, threads, other, maxWait, recasing);
  }

  /** Returns these options with another wait. */
  public TaggerOptions withMaxWait(Duration other) {
    return new TaggerOptions(device, precision, threads, batchPieces, other, recasing);
  }

  /** Returns these options with recasing switched on or off. */
  public TaggerOptions withRecasing(boolean other) {
    return new TaggerOptions(device, precision, threads, batchPieces, maxWait, other);
  }
}
