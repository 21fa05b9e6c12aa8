package io.github.albertner.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A model file as a stream that goes back by seeking, for applications short of heap:
 *
 * <pre>{@code
 * try (InputStream in = new SeekableModelStream(file)) {
 *   TokenNameFinderModel model = new TokenNameFinderModel(in);
 * }
 * }</pre>
 *
 * <p>OpenNLP marks the beginning of a model and goes back to it; given a file, a path or any other
 * stream it keeps all that it has read in a growing array on the heap for that. This stream keeps
 * 64 KiB. It reads models of OpenNLP's own as well. Not thread-safe.
 */
public final class SeekableModelStream extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long mark;

  /**
   * Opens a file.
   *
   * @param file a model file
   * @throws IOException if it cannot be opened
   */
  public SeekableModelStream(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      int count = channel.read(buffer);
      buffer.flip();
      return count > 0;
    }
    return true;
  }

  @Override
  public long skip(long count) throws IOException {
    long position = position();
    long target = Math.max(position, Math.min(position + Math.max(0, count), channel.size()));
    moveTo(target);
    return target - position;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, channel.size() - position()));
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  /**
   * Remembers where the stream is.
   *
   * @param readLimit not used: any distance is remembered
   */
  @Override
  public synchronized void mark(int readLimit) {
    try {
      mark = position();
    } catch (IOException e) {
      mark = -1; // reset tells
    }
  }

  /**
   * Goes back to the mark, or to the beginning if there is none.
   *
   * @throws IOException if the stream was closed
   */
  @Override
  public synchronized void reset() throws IOException {
    if (mark < 0) {
      throw new IOException("the stream was closed when it was marked");
    }
    moveTo(mark);
  }

  private long position() throws IOException {
    return channel.position() - buffer.remaining();
  }

  private void moveTo(long position) throws IOException {
    channel.position(position);
    buffer.limit(0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
