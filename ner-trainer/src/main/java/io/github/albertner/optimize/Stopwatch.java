package io.github.albertner.optimize;

import java.util.function.LongSupplier;

/** Measures how long a run has been training, earlier parts of a resumed one included. */
public final class Stopwatch {
  private final LongSupplier nanoseconds;
  private double earlier;
  private long started;
  private boolean running;

  public Stopwatch() {
    this(System::nanoTime);
  }

  /** A stopwatch by a clock of its own. */
  public Stopwatch(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** Starts, if it does not run yet. */
  public void start() {
    if (!running) {
      running = true;
      started = nanoseconds.getAsLong();
    }
  }

  /** Adds the time of an earlier part. */
  public void add(double seconds) {
    earlier += seconds;
  }

  public double seconds() {
    return earlier + (running ? (nanoseconds.getAsLong() - started) / 1e9 : 0);
  }
}
