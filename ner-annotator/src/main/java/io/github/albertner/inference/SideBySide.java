package io.github.albertner.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Does a list of work in the calling thread and others beside it, which end before the call does:
 * none outlives a class loader.
 */
final class SideBySide {
  private SideBySide() {}

  /**
   * Applies a function to every item. After a failure no further item is begun; it is thrown when
   * all threads have ended.
   *
   * @param threads that work at the same time, the calling one among them
   * @param work from an item to its result, not null
   * @return the results, in the order of the items
   */
  static <T, R> List<R> map(List<T> items, int threads, Function<T, R> work) {
    AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
              results.set(i, work.apply(items.get(i)));
            }
          } finally {
            next.set(items.size());
          }
        };
    List<CompletableFuture<Void>> others = new ArrayList<>();
    try {
      for (int t = 1; t < Math.min(threads, items.size()); t++) {
        others.add(CompletableFuture.runAsync(worker, SideBySide::start));
      }
      worker.run();
    } finally {
      next.set(items.size()); // also when a thread could not be started
      others.forEach(other -> other.handle((nothing, failure) -> failure).join());
    }
    others.forEach(SideBySide::throwFailure);
    List<R> done = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      done.add(results.get(i));
    }
    return done;
  }

  private static void start(Runnable worker) {
    Thread thread = new Thread(worker, Thread.currentThread().getName() + " (beside)");
    thread.setDaemon(true);
    thread.start();
  }

  private static void throwFailure(CompletableFuture<Void> ended) {
    try {
      ended.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }
}
