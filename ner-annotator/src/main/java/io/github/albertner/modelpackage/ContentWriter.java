package io.github.albertner.modelpackage;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** Something that can write its bytes, the same ones each time it is asked. */
@FunctionalInterface
public interface ContentWriter {
  /**
   * Writes all bytes.
   *
   * @param target takes them and stays open
   * @throws IOException if the target fails
   */
  void writeTo(WritableByteChannel target) throws IOException;
}
