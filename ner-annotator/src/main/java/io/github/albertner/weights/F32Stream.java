package io.github.albertner.weights;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** The values of a tensor as little-endian F32, converted a few at a time. */
final class F32Stream extends InputStream {
  private static final int BUFFER_ELEMENTS = 1 << 14;

  private final WeightTensor tensor;
  private final ByteBuffer buffer;
  private int next;

  F32Stream(WeightTensor tensor) {
    this.tensor = tensor;
    int elements = Math.min(BUFFER_ELEMENTS, tensor.elements());
    buffer = ByteBuffer.allocate(elements * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  }

  @Override
  public int read() {
    return fill() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int done = 0;
    while (done < length && fill()) {
      int count = Math.min(length - done, buffer.remaining());
      buffer.get(bytes, offset + done, count);
      done += count;
    }
    return done == 0 && length > 0 ? -1 : done;
  }

  private boolean fill() {
    if (!buffer.hasRemaining()) {
      int elements = Math.min(buffer.capacity() / Float.BYTES, tensor.elements() - next);
      buffer.clear().limit(elements * Float.BYTES);
      tensor.copyTo(buffer.asFloatBuffer(), next);
      next += elements;
    }
    return buffer.hasRemaining();
  }
}
