package io.github.albertner.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * All numbers between two, these included.
 *
 * @param low smallest
 * @param high largest
 * @param logarithmic whether equal factors are equally likely, rather than equal differences
 * @param whole whether only whole numbers are meant
 */
record ValueRange(BigDecimal low, BigDecimal high, boolean logarithmic, boolean whole)
    implements Candidates {
  /** Drawn values are for people to read and to type. */
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private static final BigDecimal SMALL = new BigDecimal("0.001");

  @Override
  public String draw(double share) {
    BigDecimal drawn = new BigDecimal(place(share));
    BigDecimal rounded = whole ? drawn.setScale(0, RoundingMode.HALF_EVEN) : drawn.round(DIGITS);
    return text(rounded.max(low).min(high));
  }

  /** Each whole number is as likely as another: it has the half below and above to itself. */
  private double place(double share) {
    double margin = whole ? 0.5 : 0;
    double from = low.doubleValue() - margin;
    double to = high.doubleValue() + margin;
    return logarithmic
        ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
        : from + share * (to - from);
  }

  @Override
  public List<String> ends() {
    return List.of(text(low), text(high));
  }

  @Override
  public String toString() {
    return text(low) + ".." + text(high) + (logarithmic ? ":log" : "");
  }

  /** 0.12, 1500, and 4.2e-4 for what is smaller than a thousandth. */
  private static String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.abs().compareTo(SMALL) >= 0) {
      return stripped.toPlainString();
    }
    int exponent = stripped.precision() - stripped.scale() - 1;
    return stripped.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
