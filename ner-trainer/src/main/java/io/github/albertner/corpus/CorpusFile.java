package io.github.albertner.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
final class CorpusFile {

  private final Path path;
  private final byte[] content;

  private CorpusFile(Path path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  /**
   * Checks that the file is there.
   *
   * @throws NoSuchFileException if it is not
   * @throws FileSystemException if it is a directory or must not be read
   */
  static CorpusFile of(Path path) throws IOException {
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
    return new CorpusFile(path, Files.isRegularFile(path) ? null : Files.readAllBytes(path));
  }

  /** The path as it was given. */
  Path path() {
    return path;
  }

  /** The lines from the first on. */
  LineReader lines() throws IOException {
    return new LineReader(
        content == null
            ? new BufferedInputStream(Files.newInputStream(path), 1 << 16)
            : new ByteArrayInputStream(content));
  }

  /** The first lines that are not blank, at most {@code limit}. */
  List<LineReader.Line> sample(int limit) throws IOException {
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

  /** Describes something wrong with a line. */
  CorpusFormatException bad(int line, String found, String expected) {
    return new CorpusFormatException(path, line, found, expected);
  }

  /** Describes a line that is not UTF-8. */
  CorpusFormatException undecodable(LineReader.Line line) {
    return bad(
        line.number(),
        "bytes that are not UTF-8 in " + CorpusFormatException.quote(line.text()),
        "UTF-8 text (iconv -f ISO-8859-1 -t UTF-8 converts Latin-1 files)");
  }
}
