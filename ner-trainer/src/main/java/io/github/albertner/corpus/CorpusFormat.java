package io.github.albertner.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A way of writing sentences and entities into files. To add one, implement this and list it in
 * {@link CorpusFormats}, or from another package in a {@link CorpusFormatProvider}.
 */
public interface CorpusFormat {

  /**
   * The name users choose it by.
   *
   * @return in lower case
   */
  String name();

  /**
   * What it is.
   *
   * @return one line for help texts
   */
  String description();

  /**
   * What files of it tell beside words and entities.
   *
   * @return of a format that is not written: what is read
   */
  Set<Content> holds();

  /**
   * Whether a file is in this format, as far as its name and first lines tell. Formats are asked in
   * turn, and the first that says yes has it.
   *
   * @param file which
   * @return false if it may be in another
   * @throws IOException if the file cannot be read
   */
  boolean recognises(CorpusFile file) throws IOException;

  /**
   * Whether a file belongs to files of this format that lie beside it. Asked where no format
   * recognises the file itself.
   *
   * @param file which
   * @return false if nothing says so
   * @throws IOException if the folder cannot be read
   */
  default boolean recognisesBesideOthers(CorpusFile file) throws IOException {
    return false;
  }

  /**
   * The files of this format in a folder.
   *
   * @param folder where to look
   * @return in order; none if there are none, or the format's files cannot be told from others
   * @throws IOException if the folder cannot be read
   */
  default List<Path> inFolder(Path folder) throws IOException {
    return List.of();
  }

  /**
   * The file that stands for another one that belongs to it, where a document is several files.
   *
   * @param file one of them
   * @return the one that is opened
   */
  default Path principal(Path file) {
    return file;
  }

  /**
   * All files that a document is, where it is several.
   *
   * @param file that stands for them
   * @return it and those that are there beside it
   */
  default List<Path> parts(Path file) {
    return List.of(file);
  }

  /**
   * Opens a file of this format.
   *
   * @param file which
   * @param options how to read it
   * @return its sentences
   * @throws CorpusFormatException if the layout cannot be found out
   * @throws IOException if the file cannot be read
   */
  SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException;

  /**
   * How this format is written.
   *
   * @return whether at all, and into what
   */
  default Output output() {
    return Output.NONE;
  }

  /**
   * What names of files of this format end in.
   *
   * @return without the dot
   */
  default String ending() {
    return name();
  }

  /** What a format is written into. */
  enum Output {
    /** It is only read. */
    NONE,
    /** One file. */
    FILE,
    /** A folder with files for each document. */
    FOLDER
  }

  /**
   * Writes sentences into one file, so that {@link #open} reads the same.
   *
   * @param out the file; closed with the writer
   * @param style how to write
   * @return a writer
   * @throws IllegalArgumentException if the format is not written, or not into one file
   */
  default CorpusWriter writer(Writer out, WritingStyle style) {
    throw new IllegalArgumentException(
        output() == Output.NONE
            ? name() + " is a format that is read, not written"
            : name() + " is written into a folder, not into one file");
  }

  /**
   * Writes sentences into a new file or folder.
   *
   * @param target the file or folder, whatever {@link #output} says; replaced if it is there
   * @param style how to write
   * @return a writer
   * @throws IllegalArgumentException if the format is not written
   * @throws IOException if the target cannot be made
   */
  default CorpusWriter writer(Path target, WritingStyle style) throws IOException {
    if (output() != Output.FILE) {
      return writer(Writer.nullWriter(), style);
    }
    BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8);
    try {
      return writer(out, style);
    } catch (IllegalArgumentException e) {
      out.close();
      throw e;
    }
  }
}
