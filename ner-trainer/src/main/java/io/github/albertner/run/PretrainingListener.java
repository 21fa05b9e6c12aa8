package io.github.albertner.run;

import io.github.albertner.pretrain.PretrainingStep;

/** Told of what happens in pretraining, in its thread; every method may be left out. */
public interface PretrainingListener {
  /** Hears nothing. */
  PretrainingListener NONE = new PretrainingListener() {};

  /**
   * Text is being encoded.
   *
   * @param bytes of the files that are read
   * @param total bytes of all files
   */
  default void encoding(long bytes, long total) {}

  /**
   * Something is known that people may want to know.
   *
   * @param message a line
   */
  default void note(String message) {}

  /**
   * The network is ready; no update is made yet.
   *
   * @param totalSteps updates of the whole run
   * @param step updates made before, 0 unless the run is resumed
   */
  default void prepared(long totalSteps, long step) {}

  /** An update was made. */
  default void step(PretrainingStep step) {}

  /**
   * Something went wrong, and the run goes on.
   *
   * @param message for people
   */
  default void problem(String message) {}

  /** Whether the run is to stop after this update; asked between updates. */
  default boolean stopRequested() {
    return false;
  }
}
