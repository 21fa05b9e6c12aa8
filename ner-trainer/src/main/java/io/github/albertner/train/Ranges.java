package io.github.albertner.train;

/** Ranges of settings; messages name the setting as the command line does. */
final class Ranges {
  private Ranges() {}

  static void atLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + "; expected at least " + least);
    }
  }

  static void check(String name, double value, boolean fits, String expected) {
    if (!fits) {
      throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
    }
  }

  /** A share of which all is too much. */
  static void share(String name, double value) {
    check(name, value, value >= 0 && value < 1, "0 to less than 1");
  }

  static void probability(String name, double value) {
    check(name, value, value >= 0 && value <= 1, "0 to 1");
  }
}
