package io.github.albertner.train;

/** Why a run makes no more updates. */
public enum RunEnd {
  /** It has made all of them. */
  ALL_EPOCHS("all epochs done"),
  /** No epoch was better for as many as patience allows. */
  EARLY_STOP("stopped early: no better epoch within patience"),
  /** Its time is up. */
  TIME_LIMIT("stopped by the time limit"),
  /** The loss is not a number. */
  COLLAPSE("stopped: the loss is not a number");

  private final String description;

  RunEnd(String description) {
    this.description = description;
  }

  /** Returns the reason in a few words, for people. */
  public String description() {
    return description;
  }
}
