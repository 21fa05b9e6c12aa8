package io.github.albertner.network;

import ai.djl.Device;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares what this machine computes with what an independent implementation computed in 64 bits.
 *
 * <p>The network is a small random one of {@code reference/albert_reference.py}, stored with its
 * input and logits by {@code reference/make_self_check.py}. Errors are relative: the length of the
 * difference of all logits over their length.
 */
public final class SelfCheck {
  private final StoredNetwork stored;

  private SelfCheck(StoredNetwork stored) {
    this.stored = stored;
  }

  /**
   * What a precision gave.
   *
   * @param error relative
   * @param tolerance largest error that is sound
   */
  public record Outcome(Precision precision, double error, double tolerance) {
    /** Returns whether the error is sound; a number that is none is not. */
    public boolean passes() {
      return error <= tolerance;
    }
  }

  /** Reads the stored network. */
  public static SelfCheck load() {
    String file = "self_check.safetensors";
    try (InputStream in = SelfCheck.class.getResourceAsStream(file)) {
      return new SelfCheck(StoredNetwork.read(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " from the jar", e);
    }
  }

  /**
   * Runs the network.
   *
   * @param device {@code cpu} or a GPU that there is
   * @param precision one of those that the device computes in
   */
  public Outcome run(DeviceChoice device, Precision precision) {
    PieceBatch batch = batch();
    List<ActivationRange> ranges =
        precision == Precision.INT8
            ? ActivationRanges.measure(
                stored.config(), stored.labels(), stored.tensors(), List.of(batch), 1)
            : List.of();
    Device here = Devices.device(device);
    float[] found;
    try (TaggerNetwork network =
        TaggerNetwork.load(
            stored.config(), stored.labels(), stored.tensors(), precision, ranges, here, 1)) {
      found = network.logits(batch);
    }
    return new Outcome(precision, error(found), tolerance(precision));
  }

  /** Rounding to 24, 11 and 8 bits, and to 8-bit integers, each with room for other orders. */
  private static double tolerance(Precision precision) {
    return switch (precision) {
      case F32, AUTO -> 1e-4;
      case F16 -> 1e-2;
      case BF16, INT8 -> 5e-2;
    };
  }

  private PieceBatch batch() {
    long[] ids = stored.longs("golden.input_ids");
    long[] lengths = stored.longs("golden.lengths");
    int width = ids.length / lengths.length;
    List<int[]> sentences = new ArrayList<>();
    List<int[]> read = new ArrayList<>();
    for (int b = 0; b < lengths.length; b++) {
      int begin = b * width;
      int length = (int) lengths[b];
      sentences.add(IntStream.range(0, length).map(t -> (int) ids[begin + t]).toArray());
      read.add(IntStream.range(0, length).toArray());
    }
    return PieceBatch.of(sentences, read);
  }

  private double error(float[] found) {
    float[] logits = stored.tensors().get("golden.logits").floats();
    long[] lengths = stored.longs("golden.lengths");
    int width = logits.length / lengths.length;
    double difference = 0;
    double size = 0;
    int next = 0;
    for (int b = 0; b < lengths.length; b++) {
      for (int i = 0; i < lengths[b] * stored.labels(); i++) {
        double expected = logits[b * width + i];
        difference += Math.pow(found[next++] - expected, 2);
        size += Math.pow(expected, 2);
      }
    }
    return Math.sqrt(difference / size);
  }
}
