package io.github.albertner.plaintext;

import io.github.albertner.text.MalformedTextException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the paragraphs of plain-text files, one after the other: a line is a paragraph, a blank
 * line or the end of a file ends a document.
 *
 * <p>Names that end in {@code .gz} or {@code .xz} are decompressed while they are read. A line of
 * more than {@value #LONGEST} characters becomes several paragraphs, so that memory is flat
 * whatever the files are. Not thread-safe.
 */
public final class TextReader implements Closeable {

  /** Most characters of a paragraph. */
  static final int LONGEST = 1 << 20;

  private static final char REPLACEMENT = '\uFFFD';

  private final List<Path> files;
  private final Charset charset;
  private final CodingErrorAction malformed;
  private final int longest;
  private final long totalBytes;
  private int nextFile;
  private TextLines lines;
  private boolean begins;
  private long bytesOfFilesRead;
  private long paragraphs;
  private long characters;
  private long replaced;

  /**
   * A reader of UTF-8, strictly.
   *
   * @param files as {@link TextFiles#find} gives them
   * @throws IOException if the size of one cannot be had
   */
  public TextReader(List<Path> files) throws IOException {
    this(files, Optional.empty());
  }

  /**
   * A reader.
   *
   * @param files as {@link TextFiles#find} gives them
   * @param encoding of their text, in which what it does not allow is read as U+FFFD; if empty,
   *     UTF-8, and an error where the text is not
   * @throws IOException if the size of one cannot be had
   */
  public TextReader(List<Path> files, Optional<Charset> encoding) throws IOException {
    this(files, encoding, LONGEST);
  }

  /** As above, with another limit, at least 2. */
  TextReader(List<Path> files, Optional<Charset> encoding, int longest) throws IOException {
    this.files = List.copyOf(files);
    charset = encoding.orElse(StandardCharsets.UTF_8);
    malformed = encoding.isPresent() ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    this.longest = longest;
    long total = 0;
    for (Path file : files) {
      total += Files.size(file);
    }
    totalBytes = total;
  }

  /**
   * Reads on.
   *
   * @return the next paragraph, or null at the end of the last file
   * @throws MalformedTextException if a file is not in the encoding, or not compressed as its name
   *     says
   * @throws IOException if a file cannot be read
   */
  public Paragraph read() throws IOException {
    while (lines != null || nextFile < files.size()) {
      if (lines == null) {
        lines = new TextLines(files.get(nextFile), charset, malformed, longest);
        begins = true;
      }
      String text = lines.read();
      if (text == null) {
        bytesOfFilesRead += Files.size(files.get(nextFile));
        nextFile++;
        close();
      } else if (text.isBlank()) {
        begins |= lines.whole();
      } else {
        return counted(new Paragraph(text, begins, files.get(nextFile), lines.line()));
      }
    }
    return null;
  }

  private Paragraph counted(Paragraph paragraph) {
    begins = false;
    paragraphs++;
    String text = paragraph.text();
    characters += text.length();
    for (int i = text.indexOf(REPLACEMENT); i >= 0; i = text.indexOf(REPLACEMENT, i + 1)) {
      replaced++;
    }
    return paragraph;
  }

  /**
   * How many paragraphs were read.
   *
   * @return without blank lines
   */
  public long paragraphs() {
    return paragraphs;
  }

  /**
   * How many characters were read.
   *
   * @return UTF-16 units of all paragraphs
   */
  public long characters() {
    return characters;
  }

  /**
   * How many characters of them are U+FFFD.
   *
   * @return those that stand for what is not in the encoding, and those that stood so in the text
   */
  public long replaced() {
    return replaced;
  }

  /**
   * How far reading is.
   *
   * @return bytes of the files as they lie on the disk, at most {@link #totalBytes}
   */
  public long bytesRead() {
    return bytesOfFilesRead + (lines == null ? 0 : lines.bytes());
  }

  /**
   * Size of all files.
   *
   * @return bytes as they lie on the disk
   */
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
      lines = null;
    }
  }
}
