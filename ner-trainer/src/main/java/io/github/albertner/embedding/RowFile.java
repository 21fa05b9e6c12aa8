package io.github.albertner.embedding;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ejml.data.DMatrixRMaj;

/**
 * Some rows of a sparse matrix on disk: every {@code parts}-th, from row {@code part} on. For each
 * row its index, the number of its entries, and for each entry column and value.
 *
 * @param path the file
 * @param part which of the parts
 * @param parts how many there are
 */
record RowFile(Path path, int part, int parts) {

  private static final int ENTRY = 2 * Integer.BYTES;
  private static final int BUFFER = 1 << 18;

  /** Whether it holds a row. */
  boolean holds(int row) {
    return row % parts == part;
  }

  /** Which of its rows a row is. */
  int index(int row) {
    return row / parts;
  }

  /** The row that one of its rows is. */
  int row(int index) {
    return index * parts + part;
  }

  /** How many rows of a matrix it holds. */
  int rows(int all) {
    return (all - part + parts - 1) / parts;
  }

  Writer writer() throws IOException {
    return new Writer(
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Sets the rows of a product, V x K, of this matrix and columns, V x K. */
  void multiply(DMatrixRMaj columns, DMatrixRMaj product) throws IOException {
    int width = columns.numCols;
    double[] in = columns.data;
    double[] out = product.data;
    try (Reader entries = new Reader(FileChannel.open(path))) {
      for (ByteBuffer head = entries.next(); head != null; head = entries.next()) {
        int begin = head.getInt() * width;
        int size = head.getInt();
        for (int entry = 0; entry < size; entry++) {
          ByteBuffer next = entries.next();
          int from = next.getInt() * width;
          double value = next.getFloat();
          for (int k = 0; k < width; k++) {
            out[begin + k] += value * in[from + k];
          }
        }
      }
    }
  }

  /** Takes rows. */
  static final class Writer implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private Writer(FileChannel channel) {
      this.channel = channel;
    }

    void write(int row, int[] columns, float[] values, int size) throws IOException {
      space().putInt(row).putInt(size);
      for (int i = 0; i < size; i++) {
        space().putInt(columns[i]).putFloat(values[i]);
      }
    }

    private ByteBuffer space() throws IOException {
      if (buffer.remaining() < ENTRY) {
        flush();
      }
      return buffer;
    }

    private void flush() throws IOException {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }

    @Override
    public void close() throws IOException {
      try (channel) {
        flush();
      }
    }
  }

  /** Gives entries, heads of rows as well, one after the other. */
  private static final class Reader implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

    Reader(FileChannel channel) {
      this.channel = channel;
    }

    /** A buffer at an entry, or null at the end. */
    ByteBuffer next() throws IOException {
      if (buffer.remaining() < ENTRY) {
        buffer.compact();
        while (buffer.position() < ENTRY && channel.read(buffer) >= 0) {
          // One read may give less than an entry.
        }
        buffer.flip();
      }
      return buffer.hasRemaining() ? buffer : null;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
