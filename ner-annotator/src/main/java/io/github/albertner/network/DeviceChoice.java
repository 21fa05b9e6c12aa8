package io.github.albertner.network;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a network is asked to run.
 *
 * @param kind of device
 * @param number of the GPU, from 0; 0 for the other kinds
 */
public record DeviceChoice(Kind kind, int number) implements Serializable {
  /** A kind of device. */
  public enum Kind {
    /** The first GPU if the loaded libtorch computes on it, else the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** A GPU and nothing else. */
    GPU
  }

  /** The first GPU if the loaded libtorch computes on it, else the processor. */
  public static final DeviceChoice AUTO = new DeviceChoice(Kind.AUTO, 0);

  /** The processor. */
  public static final DeviceChoice CPU = new DeviceChoice(Kind.CPU, 0);

  /** What {@link #of} takes, for messages. */
  public static final String EXPECTED = "auto, cpu, gpu or gpu:N (N from 0)";

  private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

  /** Checks the number. */
  public DeviceChoice {
    if (number < 0 || (number > 0 && kind != Kind.GPU)) {
      throw new IllegalArgumentException(
          "device number is %s of %s; expected 0, or for GPUs their number from 0"
              .formatted(number, kind));
    }
  }

  /** Returns the GPU of a number from 0. */
  public static DeviceChoice gpu(int number) {
    return new DeviceChoice(Kind.GPU, number);
  }

  /**
   * Returns the choice that a text names, in upper or lower case: {@code auto}, {@code cpu}, {@code
   * gpu} (the first one), {@code gpu:1}.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static DeviceChoice of(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    Matcher gpu = GPU.matcher(name);
    if (gpu.matches()) {
      return gpu(gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1)));
    }
    return switch (name) {
      case "auto" -> AUTO;
      case "cpu" -> CPU;
      default ->
          throw new IllegalArgumentException(
              "device is \"%s\"; expected %s".formatted(text, EXPECTED));
    };
  }

  /** Returns its name in options and cards, which {@link #of} reads. */
  public String label() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.GPU ? name + ":" + number : name;
  }

  @Override
  public String toString() {
    return label();
  }
}
