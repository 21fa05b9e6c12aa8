package io.github.albertner.optimize;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Makes what the next step needs on a thread of its own while the current one computes. What a step
 * is given does not depend on this: the maker is asked in any order, by one thread at a time.
 *
 * <p>For one caller.
 *
 * @param <T> what a step needs
 */
public final class Prefetch<T> implements AutoCloseable {
  private final LongFunction<T> maker;
  private final long steps;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "ner-training-batches");
            daemon.setDaemon(true);
            return daemon;
          });

  private Future<T> next;
  private long nextStep = -1;

  /**
   * A prefetch of a run.
   *
   * @param maker from the number of a step to what it needs
   * @param steps number of steps of the run, numbered from 0
   */
  public Prefetch(LongFunction<T> maker, long steps) {
    this.maker = maker;
    this.steps = steps;
  }

  /** Returns what a step needs, and begins to make the next step's. */
  public T take(long step) {
    Future<T> wanted = step == nextStep ? next : thread.submit(() -> maker.apply(step));
    T made = result(wanted);
    nextStep = step + 1;
    next = nextStep < steps ? thread.submit(() -> maker.apply(step + 1)) : null;
    return made;
  }

  /** Ends the thread; what it is making is dropped. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static <T> T result(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true; // the step is finished first; the caller sees the flag
        } catch (ExecutionException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) e.getCause();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
