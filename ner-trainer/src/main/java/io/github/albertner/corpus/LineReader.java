package io.github.albertner.corpus;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Lines of text with their numbers. A line ends with LF or CR LF only, so that a line separator
 * character or a lone CR within a word loses nothing. A byte order mark at the start of the file is
 * not part of the first line.
 */
public final class LineReader implements Closeable {

  /**
   * A line.
   *
   * @param number from 1
   * @param text without its end; U+FFFD stands for what is not in the encoding
   * @param decodable whether all of it is
   */
  public record Line(int number, String text, boolean decodable) {

    /**
     * Whether there is nothing in it.
     *
     * @return false if there is more than spaces and tabs
     */
    public boolean isBlank() {
      return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r');
    }
  }

  /** What gives lines. */
  @FunctionalInterface
  interface Source {
    Line next() throws IOException;
  }

  private final Closeable in;
  private final Source source;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private int number;

  /**
   * Reads from {@code in}, which should be buffered, and closes it in the end. In the encoding the
   * byte 10 must be a line end and nothing else.
   */
  LineReader(InputStream in, Charset charset) {
    this.in = in;
    source = () -> decoded(in, charset);
  }

  /** Takes lines that were made of others, null after the last; closes {@code in} in the end. */
  LineReader(Closeable in, Source source) {
    this.in = in;
    this.source = source;
  }

  /**
   * Reads a line.
   *
   * @return the next line, or null after the last
   * @throws IOException if the file cannot be read
   */
  public Line read() throws IOException {
    return source.next();
  }

  private Line decoded(InputStream stream, Charset charset) throws IOException {
    bytes.reset();
    int next = stream.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = stream.read()) {
      bytes.write(next);
    }
    number++;
    String text = bytes.toString(charset);
    boolean decodable = text.indexOf('\uFFFD') < 0 || decodes(bytes.toByteArray(), charset);
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return new Line(number, text, decodable);
  }

  private static boolean decodes(byte[] line, Charset charset) {
    CharsetDecoder strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      strict.decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
