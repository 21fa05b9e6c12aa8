package io.github.albertner.document;

import io.github.albertner.text.Annotator;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/** Shows annotated text in one format. Made by {@link AnnotationFormat#writer}. */
public interface AnnotationWriter extends Annotator.Sink, Closeable, Flushable {

  /** Begins an input; what is written next is from there. */
  @Override
  void startInput(String source) throws IOException;

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
