package io.github.albertner.embedding;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Threads that do tasks of one kind at a time. */
final class Workers implements Closeable {

  private final ExecutorService threads;

  Workers(int threads) {
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "embeddings");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Something to do. */
  interface Task<T> {
    void run(T input) throws IOException;
  }

  /**
   * Does a task on each input, in any order, and waits for all.
   *
   * @param done called with how many of the first ones are done
   * @throws IOException of the first that failed
   */
  <T> void run(List<T> inputs, Task<T> task, IntConsumer done) throws IOException {
    List<Future<?>> running = new ArrayList<>(inputs.size());
    for (T input : inputs) {
      running.add(
          threads.submit(
              () -> {
                task.run(input);
                return null;
              }));
    }
    try {
      for (int i = 0; i < running.size(); i++) {
        running.get(i).get();
        done.accept(i + 1);
      }
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      running.forEach(future -> future.cancel(true));
    }
  }

  private static IOException unwrapped(Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
