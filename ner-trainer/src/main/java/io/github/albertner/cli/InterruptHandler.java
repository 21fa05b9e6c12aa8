package io.github.albertner.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long command end in order on Ctrl-C: the command polls {@link #requested}, and the process
 * waits for it to finish what it keeps.
 */
final class InterruptHandler {
  private static final long GRACE_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean requested;
  private boolean installed;

  /** From now on Ctrl-C, or a TERM signal, asks instead of ending the process. Idempotent. */
  void install() {
    if (installed) {
      return;
    }
    installed = true;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  requested = true;
                  try {
                    boolean inTime = done.await(GRACE_SECONDS, TimeUnit.SECONDS);
                    if (!inTime) {
                      System.err.println("ner: gave up waiting for the current step");
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "interrupt"));
  }

  /** Whether the user asked the command to end. */
  boolean requested() {
    return requested;
  }

  /** The command has ended; the process may. */
  void done() {
    done.countDown();
  }
}
