package io.github.albertner.settings;

import java.util.Locale;

/** Values of settings as text that reads back as the same value. */
public final class Texts {
  private Texts() {}

  public static String number(double value) {
    return Double.toString(value);
  }

  public static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
