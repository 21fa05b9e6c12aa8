package io.github.albertner.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file that a person wrote, such as settings. */
public final class SmallFile {

  private static final int MOST_BYTES = 1 << 20;

  private SmallFile() {}

  /**
   * Reads a file in UTF-8, at most a mebibyte of it: a larger one is another file, given by
   * mistake, or has no end. A byte order mark is not part of it.
   *
   * @param file what to read
   * @param content what it holds, for the message
   * @return all of it
   * @throws IOException if it cannot be read, is larger, or is not UTF-8
   */
  public static String read(Path file, String content) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException(
          file + ": expected " + content + ", at most a mebibyte of text, found more");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": expected " + content + " in UTF-8, found other bytes", e);
    }
    if (text.indexOf('\0') >= 0) {
      throw new IOException(file + ": expected " + content + " in UTF-8, found bytes that are 0");
    }
    if (text.startsWith("version https://git-lfs.github.com/spec/")) {
      throw new IOException(
          file
              + ": expected "
              + content
              + " (git lfs pull in its repository downloads it), found a pointer of Git LFS");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
