package io.github.albertner.network;

/** The number format that the linear layers and attention compute in. */
public enum Precision {
  /** 32-bit floating point. */
  F32(6),
  /** bfloat16 products with 32-bit accumulation; weights are rounded once, when loaded. */
  BF16(15);

  private final int scalarType;

  Precision(int scalarType) {
    this.scalarType = scalarType;
  }

  /** Returns PyTorch's number for this type ({@code c10/core/ScalarType.h}). */
  int scalarType() {
    return scalarType;
  }
}
