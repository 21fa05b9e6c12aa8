package io.github.albertner.train;

import java.util.Locale;

/** Values of settings as text that reads back as the same value. */
final class Texts {
  private Texts() {}

  static String number(double value) {
    return Double.toString(value);
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
