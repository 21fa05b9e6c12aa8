package io.github.albertner.network;

import io.github.albertner.weights.WeightTensor;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;

/** Memory outside the Java heap that an archive is written to, then read from, once. */
final class ArchiveBuffer extends OutputStream {
  private static final int OVERHEAD = 1 << 20;
  private static final int OVERHEAD_PER_TENSOR = 1 << 11;

  private final ByteBuffer buffer;

  /** Room for the given tensors, their directory and the source. */
  ArchiveBuffer(Collection<WeightTensor> tensors) {
    long bytes = OVERHEAD;
    for (WeightTensor tensor : tensors) {
      bytes += tensor.data().remaining() + OVERHEAD_PER_TENSOR;
    }
    buffer = ByteBuffer.allocateDirect(Math.toIntExact(bytes));
  }

  @Override
  public void write(int b) {
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    buffer.put(bytes, offset, length);
  }

  /** Ends writing; the stream reads what was written. */
  InputStream toInputStream() {
    buffer.flip();
    return new InputStream() {
      @Override
      public int read() {
        return buffer.hasRemaining() ? buffer.get() & 0xff : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        if (!buffer.hasRemaining()) {
          return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
      }

      @Override
      public int available() {
        return buffer.remaining();
      }
    };
  }
}
