package io.github.albertner.tune;

import java.io.IOException;
import java.util.Map;

/** Told what a search does, and asked whether to go on; called by the thread that searches. */
public interface SearchObserver {
  /** A trial begins with these settings. */
  default void started(int trial, Map<String, String> settings) {}

  /** A trial has made an update. */
  default void advanced(TrialProgress progress) {}

  /**
   * A trial has ended and is on the disk.
   *
   * @throws IOException to end the search
   */
  default void ended(Trial trial, SearchResults soFar) throws IOException {}

  /** Whether to end now, in order; asked before every update. */
  default boolean stopRequested() {
    return false;
  }
}
