package io.github.albertner.run;

import java.io.IOException;

/**
 * A file that is written anew now and then while a run goes on. That it cannot be written is said
 * once, and again when it can: a full disk must not bury everything else.
 */
final class KeptFile {
  private final String what;
  private final RunListener listener;
  private long lastGood;
  private int failures;

  /**
   * A file not written yet.
   *
   * @param what is in it, for messages
   */
  KeptFile(String what, RunListener listener) {
    this.what = what;
    this.listener = listener;
  }

  /** Writes the file, whole or not at all. */
  interface Writing {
    void run() throws IOException;
  }

  /** The file is there already. */
  void isThere(long step) {
    lastGood = step;
  }

  /**
   * Tries to write the file.
   *
   * @param step updates made
   */
  void write(Writing writing, long step) {
    try {
      writing.run();
    } catch (IOException e) {
      failures++;
      if (failures == 1) {
        listener.problem(
            "%s; training goes on, and the %s is tried again when it is due%s"
                .formatted(
                    e.getMessage(),
                    what,
                    lastGood > 0 ? "; until then that of update " + lastGood + " stays" : ""));
      }
      return;
    }
    if (failures > 0) {
      listener.problem(
          "the %s of update %d is saved, after %d that could not be"
              .formatted(what, step, failures));
    }
    failures = 0;
    lastGood = step;
  }
}
