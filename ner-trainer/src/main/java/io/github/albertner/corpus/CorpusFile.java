package io.github.albertner.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A corpus file that can be read several times: once to find out its layout, once for its
 * sentences. A regular file is opened each time; anything else, such as a pipe, is read into
 * memory.
 */
public final class CorpusFile {

  private final Path path;
  private final byte[] content;
  private final Charset charset;
  private final Rows rows;

  /** Lines that were made of a file, each with its number there. */
  @FunctionalInterface
  interface Rows {
    LineReader read() throws IOException;
  }

  private CorpusFile(Path path, byte[] content, Charset charset, Rows rows) {
    this.path = path;
    this.content = content;
    this.charset = charset;
    this.rows = rows;
  }

  /** This file with other lines in the place of its own. */
  CorpusFile withRows(Rows other) {
    return new CorpusFile(path, content, charset, other);
  }

  /**
   * Checks that the file is there.
   *
   * @throws NoSuchFileException if it is not
   * @throws FileSystemException if it is a directory or must not be read
   */
  static CorpusFile of(Path path, Charset charset) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, "no such corpus file");
    }
    if (Files.isDirectory(path)) {
      throw new FileSystemException(
          path.toString(), null, "expected a corpus file, found a directory; name the files in it");
    }
    if (!Files.isReadable(path)) {
      throw new AccessDeniedException(path.toString(), null, "this corpus file may not be read");
    }
    return new CorpusFile(
        path, Files.isRegularFile(path) ? null : Files.readAllBytes(path), charset, null);
  }

  /**
   * The path.
   *
   * @return as it was given
   */
  public Path path() {
    return path;
  }

  /**
   * The lines from the first on.
   *
   * @return a reader, to be closed
   * @throws IOException if the file cannot be read
   */
  public LineReader lines() throws IOException {
    return rows == null ? new LineReader(bytes(), charset()) : rows.read();
  }

  /**
   * The bytes from the first on; of an encoding in which a line does not end with the byte 10, such
   * as UTF-16, those of the same text in UTF-8.
   *
   * @return a buffered stream, to be closed
   * @throws CorpusFormatException if the file is not in such an encoding
   * @throws IOException if the file cannot be read
   */
  public InputStream bytes() throws IOException {
    return endsLinesByByte(charset)
        ? raw()
        : new ByteArrayInputStream(text(path).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether lines can be told by their bytes. */
  private static boolean endsLinesByByte(Charset charset) {
    return "\n".equals(charset.decode(ByteBuffer.wrap(new byte[] {10})).toString());
  }

  private InputStream raw() throws IOException {
    return content == null
        ? new BufferedInputStream(Files.newInputStream(path), 1 << 16)
        : new ByteArrayInputStream(content);
  }

  /**
   * All of a file as text, without a byte order mark; line ends stay as they are.
   *
   * @param other this file or another one of the same encoding, beside it
   * @return its characters
   * @throws CorpusFormatException if it is not in the encoding
   * @throws IOException if it cannot be read
   */
  public String text(Path other) throws IOException {
    byte[] all;
    try (InputStream in = other.equals(path) ? raw() : Files.newInputStream(other)) {
      all = in.readAllBytes();
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(all))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      CorpusFormatException refusal =
          new CorpusFormatException(
              other,
              0,
              "bytes that are not",
              charset + " text (" + ForeignBytes.advice(new ByteArrayInputStream(all)) + ")");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /**
   * The encoding.
   *
   * @return that of what {@link #bytes} gives
   */
  public Charset charset() {
    return endsLinesByByte(charset) ? charset : StandardCharsets.UTF_8;
  }

  /** Whether bytes are text in an encoding, but for a character that may be cut at their end. */
  static boolean decodes(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer out = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    return !decoder.decode(ByteBuffer.wrap(bytes), out, false).isError();
  }

  /**
   * The first lines that are not blank.
   *
   * @param limit most of them
   * @return as many as there are
   * @throws IOException if the file cannot be read
   */
  public List<LineReader.Line> sample(int limit) throws IOException {
    List<LineReader.Line> sample = new ArrayList<>();
    try (LineReader lines = lines()) {
      LineReader.Line line;
      while (sample.size() < limit && (line = lines.read()) != null) {
        if (!line.isBlank()) {
          sample.add(line);
        }
      }
    }
    return sample;
  }

  /**
   * Describes something wrong with a line.
   *
   * @param line its number, from 1; 0 for the file as a whole
   * @param found what stands there
   * @param expected what should
   * @return to be thrown or told
   */
  public CorpusFormatException bad(int line, String found, String expected) {
    return new CorpusFormatException(path, line, found, expected);
  }

  /**
   * Describes a line that is not in the encoding.
   *
   * @param line which
   * @return to be thrown or told
   */
  public CorpusFormatException undecodable(LineReader.Line line) {
    return bad(
        line.number(),
        "bytes that are not " + charset + " in " + CorpusFormatException.quote(line.text()),
        charset + " text (" + advice() + ")");
  }

  private String advice() {
    try {
      return ForeignBytes.advice(raw());
    } catch (IOException e) {
      return "--encoding on the command line names another encoding";
    }
  }
}
