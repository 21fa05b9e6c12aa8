package io.github.albertner.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads an input as passages, one after the other. */
public interface PassageReader extends Closeable {

  /**
   * The input's name, for people.
   *
   * @return the same in all its passages
   */
  String source();

  /**
   * Reads on.
   *
   * @return the next passage, or nothing at the end of the input
   * @throws MalformedTextException if the input is not text as expected
   * @throws IOException if it cannot be read
   */
  Optional<Passage> next() throws IOException;

  /**
   * Whether the next passage can be had at once, as far as is known. Where not, as when someone is
   * typing, it is time to show what has been found so far.
   *
   * @return false if reading on may have to wait
   * @throws IOException if the input cannot be asked
   */
  boolean ready() throws IOException;

  /**
   * Whether a passage without sentences ends a document. Otherwise the whole input is one.
   *
   * @return the same for all passages
   */
  default boolean blankEndsDocument() {
    return false;
  }
}
