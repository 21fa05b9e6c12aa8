package io.github.albertner.weights;

import java.util.Arrays;
import java.util.Optional;

/** Element type of a tensor, named as safetensors headers name it. */
public enum DataType {
  /** IEEE 754 single precision. */
  F32(4),
  /** IEEE 754 half precision. */
  F16(2),
  /** The upper half of a single-precision number. */
  BF16(2),
  /** IEEE 754 double precision. */
  F64(8),
  /** Signed 64-bit integer. */
  I64(8),
  /** Signed 32-bit integer. */
  I32(4),
  /** Signed 16-bit integer. */
  I16(2),
  /** Signed 8-bit integer. */
  I8(1),
  /** Unsigned 8-bit integer. */
  U8(1),
  /** One byte, zero or one. */
  BOOL(1);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The type a header names.
   *
   * @param name as in a safetensors header, for example {@code "BF16"}
   * @return the type, or empty when this reader does not know it
   */
  public static Optional<DataType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /**
   * Size of one element.
   *
   * @return bytes per element
   */
  public int bytes() {
    return bytes;
  }

  /**
   * Whether elements are real numbers, which is what {@link WeightTensor#toF32()} can widen.
   *
   * @return true for F64, F32, F16 and BF16
   */
  public boolean isFloatingPoint() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }
}
