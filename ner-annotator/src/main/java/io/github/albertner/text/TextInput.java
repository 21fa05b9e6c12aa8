package io.github.albertner.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Objects;

/**
 * Decodes an input, without its byte order mark. Unlike {@link java.io.InputStreamReader} it can
 * say at which byte an input is malformed.
 */
public final class TextInput extends Reader {

  private static final int BUFFER = 1 << 13;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String source;
  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private long bytesRead;
  private boolean ended;
  private boolean flushed;
  private boolean begun;

  /**
   * An input to be decoded.
   *
   * @param source its name, for messages
   * @param in its bytes; closed with this reader
   * @param charset their encoding
   * @param malformed {@link CodingErrorAction#REPORT} to refuse bytes that the encoding does not
   *     allow, {@link CodingErrorAction#REPLACE} to read U+FFFD in their place
   */
  public TextInput(String source, InputStream in, Charset charset, CodingErrorAction malformed) {
    this.source = Objects.requireNonNull(source, "source");
    this.in = Objects.requireNonNull(in, "in");
    decoder = charset.newDecoder().onMalformedInput(malformed).onUnmappableCharacter(malformed);
  }

  /**
   * The input's name.
   *
   * @return as given
   */
  public String source() {
    return source;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    while (!chars.hasRemaining()) {
      if (flushed) {
        return -1;
      }
      decodeMore();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void decodeMore() throws IOException {
    chars.clear();
    boolean failed = decoder.decode(bytes, chars, ended).isError();
    boolean starved = chars.position() == 0 && !failed;
    if (starved && ended) {
      decoder.flush(chars);
      flushed = true;
    }
    chars.flip();
    if (chars.hasRemaining() && !begun) {
      begun = true;
      if (chars.get(0) == BYTE_ORDER_MARK) {
        chars.get();
      }
    } else if (failed && !chars.hasRemaining()) {
      throw malformed();
    } else if (starved && !ended) {
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytesRead += count;
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private MalformedTextException malformed() {
    return new MalformedTextException(
        String.format(
                Locale.ROOT,
                "%s: expected %s text, found the byte 0x%02X at offset %d, which cannot stand there; if the",
                source,
                decoder.charset().name(),
                bytes.get(bytes.position()),
                bytesRead - bytes.remaining())
            + " text has another encoding, name it (--encoding on the command line)");
  }

  @Override
  public boolean ready() throws IOException {
    return chars.hasRemaining() || bytes.hasRemaining() || ended || in.available() > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
