package io.github.albertner.tune;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a search may cost, earlier sessions included.
 *
 * @param trials that may be run
 * @param minutes after which no trial starts, and the running one ends with its epoch
 */
public record Budget(OptionalInt trials, OptionalDouble minutes) {

  /** Checks the ranges. */
  public Budget {
    if (trials.isPresent() && trials.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "trials is %s; expected 1 or more".formatted(trials.getAsInt()));
    }
    if (minutes.isPresent() && !(minutes.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "minutes is %s; expected a number above 0".formatted(minutes.getAsDouble()));
    }
  }

  /** Returns whether the minutes are used up. */
  boolean isSpent(double seconds) {
    return minutes.isPresent() && seconds >= 60 * minutes.getAsDouble();
  }
}
