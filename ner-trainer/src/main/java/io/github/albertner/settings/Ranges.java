package io.github.albertner.settings;

/** Ranges of settings; messages name the setting as the command line does. */
public final class Ranges {
  static final int MOST_THREADS = 1024;

  private Ranges() {}

  public static void atLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + "; expected at least " + least);
    }
  }

  /** The native libraries keep memory for each thread, whether it works or not. */
  public static void threads(int value) {
    if (value < 1 || value > MOST_THREADS) {
      throw new IllegalArgumentException("threads is " + value + "; expected 1 to " + MOST_THREADS);
    }
  }

  public static void check(String name, double value, boolean fits, String expected) {
    if (!fits) {
      throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
    }
  }

  /** A share of which all is too much. */
  public static void share(String name, double value) {
    check(name, value, value >= 0 && value < 1, "0 to less than 1");
  }

  public static void probability(String name, double value) {
    check(name, value, value >= 0 && value <= 1, "0 to 1");
  }
}
