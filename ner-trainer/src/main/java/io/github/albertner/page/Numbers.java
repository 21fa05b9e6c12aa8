package io.github.albertner.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as charts write them, the same everywhere. */
final class Numbers {
  private static final double SMALL = 1e-3;
  private static final double LARGE = 1e7;

  private Numbers() {}

  /** A number of things, with separators. */
  static String whole(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A value in four significant digits; very small and very large ones as 3e-5. */
  static String brief(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
    double size = Math.abs(value);
    if (size >= SMALL && size < LARGE) {
      int decimals = Math.max(0, rounded.scale());
      return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
        + "e"
        + exponent;
  }

  /** A place in a drawing, to a tenth. */
  static String place(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
