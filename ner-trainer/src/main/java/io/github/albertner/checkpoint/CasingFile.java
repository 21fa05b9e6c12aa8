package io.github.albertner.checkpoint;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.modelpackage.InvalidModelException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The casing table that lies beside a vocabulary. */
public final class CasingFile {
  /** Its name. */
  public static final String NAME = "casing.txt";

  private CasingFile() {}

  /** Reads the one beside a vocabulary, if there is one. */
  static Optional<CasingTable> beside(Path vocabulary) throws IOException {
    Path file =
        Files.isDirectory(vocabulary) ? vocabulary.resolve(NAME) : vocabulary.resolveSibling(NAME);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * Reads a casing table.
   *
   * @throws InvalidModelException if there is no such file, or it is none
   * @throws IOException if it cannot be read
   */
  public static CasingTable read(Path file) throws IOException {
    try {
      return CasingTable.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new InvalidModelException(
          file + ": expected a casing table (ner casing makes one), found no such file", e);
    } catch (CharacterCodingException e) {
      throw new InvalidModelException(file + ": expected UTF-8 text", e);
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(file + ": " + e.getMessage(), e);
    }
  }
}
