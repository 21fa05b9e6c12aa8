package io.github.albertner.embedding;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sentences of piece ids on disk: for each sentence their number, then the ids.
 *
 * @param path the file
 */
record PieceFile(Path path) {

  private static final int BUFFER = 1 << 18;

  /** Writes the file from its beginning. */
  Writer writer() throws IOException {
    return new Writer(
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER)));
  }

  /** Reads the file from its beginning; any number at a time. */
  Reader reader() throws IOException {
    return new Reader(FileChannel.open(path));
  }

  /** Takes sentences. */
  record Writer(DataOutputStream out) implements Closeable {
    void write(int[] sentence) throws IOException {
      out.writeInt(sentence.length);
      for (int id : sentence) {
        out.writeInt(id);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Gives sentences, one after the other. */
  static final class Reader implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private int[] sentence = new int[256];
    private int length;

    private Reader(FileChannel channel) {
      this.channel = channel;
    }

    /** Goes on to the next sentence; false at the end. */
    boolean next() throws IOException {
      if (!fill()) {
        return false;
      }
      length = buffer.getInt();
      if (length > sentence.length) {
        sentence = new int[Math.max(length, 2 * sentence.length)];
      }
      for (int i = 0; i < length; i++) {
        fill();
        sentence[i] = buffer.getInt();
      }
      return true;
    }

    private boolean fill() throws IOException {
      if (buffer.remaining() < Integer.BYTES) {
        buffer.compact();
        while (buffer.position() < Integer.BYTES && channel.read(buffer) >= 0) {
          // One read may give less than a number.
        }
        buffer.flip();
      }
      return buffer.hasRemaining();
    }

    /** Ids of the sentence, from 0 to {@link #length}; overwritten by the next one. */
    int[] sentence() {
      return sentence;
    }

    int length() {
      return length;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
