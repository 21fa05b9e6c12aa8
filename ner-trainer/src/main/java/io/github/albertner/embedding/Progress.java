package io.github.albertner.embedding;

/** Is told how far the work is. */
@FunctionalInterface
public interface Progress {

  /**
   * Some of a stage is done.
   *
   * @param stage its name, such as {@code count}
   * @param done from 0 to total, in whatever unit the stage has
   * @param total of the stage
   */
  void advanced(String stage, long done, long total);
}
