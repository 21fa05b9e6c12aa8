package io.github.albertner.network;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that native code reads.
 *
 * <p>DJL's native code does not look whether a read failed: it would read again, for ever, or take
 * for the number of bytes whatever lies in a register. So no read fails here: after a failure, such
 * as an {@link OutOfMemoryError}, the stream ends, and Java throws the failure when the native code
 * has returned.
 */
final class NativeInput extends InputStream {
  private static final int ROOM = 1 << 18;

  private final InputStream in;

  /** Kept for the message that native code makes of an early end. */
  @SuppressWarnings("unused")
  private byte[] room = new byte[ROOM];

  private Throwable failure;

  /** Reads from a stream. */
  NativeInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (failure != null) {
      return -1;
    }
    try {
      return in.read(bytes, offset, length);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      room =
          null; // the native code makes a message of the early end, for which memory must be left
      return -1;
    }
  }

  /** Throws what a read failed with, if one did. */
  void throwFailure() throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
