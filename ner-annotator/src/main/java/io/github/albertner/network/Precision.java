package io.github.albertner.network;

import ai.djl.Device;
import java.util.Arrays;
import java.util.Locale;

/** The number format that the linear layers and attention compute in. */
public enum Precision {
  /** The fastest that costs no accuracy to speak of: see {@link #on}. Never {@link #INT8}. */
  AUTO(0),
  /** 32-bit floating point. */
  F32(6),
  /** bfloat16 products with 32-bit accumulation; weights are rounded once, when loaded. */
  BF16(15),
  /** 16-bit floating point; GPUs only. */
  F16(5),
  /**
   * Products of 8-bit integers, attention in 16 or 32 bits; x86 processors only, and only models
   * whose {@linkplain ActivationRange activation ranges} were measured.
   */
  INT8(6);

  private final int scalarType;

  Precision(int scalarType) {
    this.scalarType = scalarType;
  }

  /**
   * Returns what AUTO means on a device: BF16 where the processor multiplies it by instructions of
   * its own, F16 on a GPU, else F32. Others are what they are.
   */
  public Precision on(Device device) {
    if (this != AUTO) {
      return this;
    }
    if (device.isGpu()) {
      return F16;
    }
    return Processor.current().multipliesBf16() ? BF16 : F32;
  }

  /** Returns what this means on a processor. */
  public Precision onProcessor() {
    return on(Device.cpu());
  }

  /** Returns whether this machine's processor computes in it, however fast. */
  public boolean isOfProcessor() {
    return this != F16 && (this != INT8 || Processor.current().x86());
  }

  /**
   * Returns the precision of a name.
   *
   * @param label as {@link #label} gives it
   * @throws IllegalArgumentException if there is none
   */
  public static Precision of(String label) {
    return Arrays.stream(values())
        .filter(precision -> precision.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "precision is \"%s\"; expected auto, f32, bf16, f16 or int8".formatted(label)));
  }

  /** Returns its name in options and cards: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns PyTorch's number for the type of what passes between layers ({@code
   * c10/core/ScalarType.h}).
   */
  int scalarType() {
    return scalarType;
  }
}
