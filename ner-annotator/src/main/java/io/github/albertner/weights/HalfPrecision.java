package io.github.albertner.weights;

/** Half-precision bits to and from float; Java has these only since 20. */
final class HalfPrecision {
  private static final int HALF_INFINITY = 0x7c00;

  private HalfPrecision() {}

  /** The float that the 16 bits of an IEEE 754 half mean. Exact. */
  static float fromHalf(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >> 10) & 0x1f;
    int fraction = half & 0x3ff;
    if (exponent == 0x1f) {
      return Float.intBitsToFloat(sign | 0x7f800000 | (fraction << 13));
    }
    if (exponent == 0) {
      // Zero or subnormal: a multiple of 2^-24, which a float holds exactly.
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
  }

  /** The nearest half, ties to even; infinite where the magnitude rounds beyond 65504. */
  static short toHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return (short) (sign | HALF_INFINITY | 0x200 | ((magnitude >>> 13) & 0x3ff));
    }
    if (magnitude >= 0x47800000) { // 2^16 and above, infinity included
      return (short) (sign | HALF_INFINITY);
    }
    if (magnitude < 0x38800000) { // below 2^-14: subnormal, a multiple of 2^-24
      return (short) (sign | (int) Math.rint(Math.abs(value) * 0x1p24));
    }
    // Rebias the exponent, then round the 13 bits that go; a carry runs into the exponent rightly.
    int rebased = magnitude - (112 << 23);
    int rounded = (rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13;
    return (short) (sign | rounded);
  }

  /** The float whose upper 16 bits are given. Exact. */
  static float fromBrain(short brain) {
    return Float.intBitsToFloat(brain << 16);
  }
}
