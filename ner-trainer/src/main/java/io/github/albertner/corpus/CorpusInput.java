package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.Path;

/** A file to be read, of whatever kind. */
public interface CorpusInput {

  /**
   * The file.
   *
   * @return its path as it was given
   */
  Path path();

  /**
   * Opens it.
   *
   * @return its sentences
   * @throws CorpusFormatException if it is not what it should be
   * @throws IOException if it cannot be read
   */
  SentenceSource open() throws IOException;
}
