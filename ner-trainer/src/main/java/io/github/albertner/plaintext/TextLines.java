package io.github.albertner.plaintext;

import io.github.albertner.text.MalformedTextException;
import io.github.albertner.text.TextInput;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.tukaani.xz.XZIOException;

/**
 * The lines of a text file, plain or compressed. Lines end with LF or CR LF. One longer than the
 * limit is given in parts, cut at white space where there is some.
 */
final class TextLines implements Closeable {

  private final Path file;
  private final int longest;
  private final CountedStream counted;
  private final Compression compression;
  private final TextInput in;
  private final char[] chunk = new char[1 << 13];
  private int next;
  private int end;
  private final StringBuilder buffer = new StringBuilder();
  private long line;
  private boolean continued;
  private boolean within;

  /**
   * @param longest most characters of a line that are given at once, at least 2
   */
  TextLines(Path file, Charset charset, CodingErrorAction malformed, int longest)
      throws IOException {
    this.file = file;
    this.longest = longest;
    compression = Compression.of(file);
    counted = new CountedStream(Files.newInputStream(file));
    InputStream content;
    try {
      content = compression.decompress(new BufferedInputStream(counted, 1 << 16));
    } catch (IOException e) {
      counted.close();
      throw explained(e);
    }
    in = new TextInput(file.toString(), content, charset, malformed);
  }

  /** The next line, or part of one; null at the end of the file. */
  String read() throws IOException {
    line += within ? 0 : 1;
    continued = within;
    within = false;
    while (buffer.length() < longest) {
      if (next == end && !fill()) {
        return buffer.length() == 0 ? null : take(buffer.length());
      }
      int stop = Math.min(end, next + longest - buffer.length());
      int at = next;
      while (at < stop && chunk[at] != '\n') {
        at++;
      }
      buffer.append(chunk, next, at - next);
      boolean ended = at < stop;
      next = ended ? at + 1 : at;
      if (ended) {
        int length = buffer.length();
        boolean carriage = length > 0 && buffer.charAt(length - 1) == '\r';
        buffer.setLength(carriage ? length - 1 : length);
        return take(buffer.length());
      }
    }
    within = true;
    return take(cut());
  }

  /** Number of the line that was read last, from 1. */
  long line() {
    return line;
  }

  /** Whether what was read last is all of its line. */
  boolean whole() {
    return !continued && !within;
  }

  /** Bytes of the file that were read, compressed as they are. */
  long bytes() {
    return counted.count();
  }

  private boolean fill() throws IOException {
    int read;
    try {
      read = in.read(chunk, 0, chunk.length);
    } catch (IOException e) {
      throw explained(e);
    }
    next = 0;
    end = Math.max(0, read);
    return read > 0;
  }

  private String take(int length) {
    String taken = buffer.substring(0, length);
    buffer.delete(0, length);
    return taken;
  }

  /** Behind the last white space; otherwise at the end, but not inside a surrogate pair. */
  private int cut() {
    for (int i = buffer.length(); i > 0; i--) {
      if (Character.isWhitespace(buffer.charAt(i - 1))) {
        return i;
      }
    }
    int length = buffer.length();
    return Character.isHighSurrogate(buffer.charAt(length - 1)) ? length - 1 : length;
  }

  private IOException explained(IOException e) {
    if (e instanceof XZIOException || e instanceof ZipException || e instanceof EOFException) {
      MalformedTextException refusal =
          new MalformedTextException(
              "%s: expected a whole %s, found a damaged one or something else: %s"
                  .formatted(file, compression.kind(), e.getMessage()));
      refusal.initCause(e);
      return refusal;
    }
    return e;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
