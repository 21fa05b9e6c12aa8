package io.github.albertner.benchmark.measure;

import java.util.Objects;

/**
 * One way to do the work.
 *
 * @param name shown in tables, and unique among those that run together
 * @param work what is timed
 */
public record Contender(String name, Work work) {

  /** What is timed. */
  @FunctionalInterface
  public interface Work {
    /** Does it once. */
    void run() throws Exception;
  }

  /** Checks that both are there. */
  public Contender {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(work, "work");
  }
}
