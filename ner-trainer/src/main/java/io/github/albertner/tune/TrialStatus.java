package io.github.albertner.tune;

import java.util.Locale;

/** How a trial ended. */
public enum TrialStatus {
  /** By its own settings. */
  COMPLETE,
  /** By the budget or the user, before its last epoch; it is run again when the search goes on. */
  STOPPED,
  /** By the pruning rule. */
  PRUNED,
  /** Without a tagger. */
  FAILED;

  /** Whether its best epoch may be the best of the search. */
  boolean mayWin() {
    return this == COMPLETE || this == STOPPED;
  }

  /** Returns its name as tables and files have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
