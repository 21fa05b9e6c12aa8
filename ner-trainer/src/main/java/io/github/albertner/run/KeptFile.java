package io.github.albertner.run;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * A file that is written anew now and then while a run goes on. That it cannot be written is said
 * once, and again when it can: a full disk must not bury everything else.
 */
final class KeptFile {
  private final String what;
  private final Consumer<String> problem;
  private long lastGood;
  private int failures;

  /**
   * A file not written yet.
   *
   * @param what is in it, for messages
   * @param problem told what goes wrong
   */
  KeptFile(String what, Consumer<String> problem) {
    this.what = what;
    this.problem = problem;
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
        problem.accept(
            "%s; training goes on, and the %s is tried again when it is due%s"
                .formatted(
                    e.getMessage(),
                    what,
                    lastGood > 0 ? "; until then that of update " + lastGood + " stays" : ""));
      }
      return;
    }
    if (failures > 0) {
      problem.accept(
          "the %s of update %s is saved, after %s that could not be"
              .formatted(what, step, failures));
    }
    failures = 0;
    lastGood = step;
  }
}
