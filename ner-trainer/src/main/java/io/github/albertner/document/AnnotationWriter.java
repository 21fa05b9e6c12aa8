package io.github.albertner.document;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/** Shows annotated text in one format. Made by {@link AnnotationFormat#writer}. */
public interface AnnotationWriter extends Closeable, Flushable {

  /**
   * Begins an input; what is written next is from there.
   *
   * @param source its name
   * @throws IOException if writing fails
   */
  void startInput(String source) throws IOException;

  /**
   * Writes the next passage of the input.
   *
   * @param passage text and entities
   * @throws IOException if writing fails, or the format cannot hold it
   */
  void write(AnnotatedPassage passage) throws IOException;

  /**
   * Sends on what has been written so far.
   *
   * @throws IOException if writing fails
   */
  @Override
  void flush() throws IOException;

  /**
   * Writes what belongs at the end and closes the output.
   *
   * @throws IOException if writing fails
   */
  @Override
  void close() throws IOException;
}
