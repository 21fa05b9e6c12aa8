package io.github.albertner.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes corpora: the way in to this package, see its description. */
public final class Corpora {

  private Corpora() {}

  /**
   * Reads all sentences of some files.
   *
   * @param files at least one; each may be in another format
   * @param options how to read them
   * @return the sentences, at least one
   * @throws CorpusFormatException as {@link CorpusReader#read}
   * @throws IOException if a file is not there or cannot be read
   * @throws IllegalArgumentException if no file is given, or an option names a format or columns
   *     that cannot be
   */
  public static Corpus read(List<Path> files, CorpusOptions options) throws IOException {
    try (CorpusReader reader = open(files, options)) {
      List<Sentence> sentences = reader.readAll();
      return new Corpus(sentences, reader.statistics());
    }
  }

  /**
   * Reads all sentences of inputs of another kind than those that {@link #formats()} lists.
   *
   * @param inputs at least one
   * @param skipBadLines leave out sentences with bad lines and count them, instead of stopping
   * @return the sentences, at least one
   * @throws CorpusFormatException as {@link CorpusReader#read}
   * @throws IOException if an input cannot be read
   */
  public static Corpus readInputs(List<? extends CorpusInput> inputs, boolean skipBadLines)
      throws IOException {
    try (CorpusReader reader = new CorpusReader(inputs, skipBadLines)) {
      List<Sentence> sentences = reader.readAll();
      return new Corpus(sentences, reader.statistics());
    }
  }

  /** A file whose format, unless it is known, is found out when its turn comes. */
  private record DetectedInput(
      CorpusFile file, Optional<CorpusFormat> format, CorpusOptions options)
      implements CorpusInput {

    @Override
    public Path path() {
      return file.path();
    }

    @Override
    public SentenceSource open() throws IOException {
      ForeignBytes.check(file);
      CorpusFormat used = format.isPresent() ? format.get() : CorpusFormats.of(file, options);
      return used.open(file, options);
    }
  }

  /**
   * Opens some files to read their sentences one at a time. All files must be there from the start.
   *
   * @param files at least one; each may be in another format
   * @param options how to read them
   * @return a reader, to be closed
   * @throws IOException if a file is not there or cannot be read
   * @throws IllegalArgumentException if no file is given, or the format is unknown
   */
  public static CorpusReader open(List<Path> files, CorpusOptions options) throws IOException {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("expected at least one corpus file, found none");
    }
    if (!options.format().equals(CorpusOptions.AUTO)) {
      CorpusFormats.named(options.format());
    }
    List<CorpusInput> found = new ArrayList<>();
    for (CorpusPaths.Found file : CorpusPaths.find(files, options)) {
      found.add(
          new DetectedInput(
              CorpusFile.of(file.path(), options.encoding()), file.format(), options));
    }
    return new CorpusReader(found, options.skipBadLines());
  }

  /**
   * The files that some paths mean: a file is itself; a folder is the files in it, where the format
   * can tell its own; a name with {@code *}, {@code ?}, <code>{</code> or {@code [} that is no file
   * is a pattern, as {@link java.nio.file.FileSystem#getPathMatcher} takes it, but that {@code
   * **}{@code /} also stands for no folder at all.
   *
   * @param paths files, folders or patterns
   * @param options the format, if it is known
   * @return files in the order of the paths, those of a folder or pattern by name
   * @throws java.nio.file.NoSuchFileException if a path is nothing, or a pattern or folder means no
   *     file
   * @throws IOException if a folder cannot be read
   * @throws IllegalArgumentException if the format is unknown
   */
  public static List<Path> files(List<Path> paths, CorpusOptions options) throws IOException {
    return CorpusPaths.find(paths, options).stream().map(CorpusPaths.Found::path).toList();
  }

  /**
   * All files that are read for some paths: those that {@link #files} finds, and what belongs to
   * them, such as brat's texts.
   *
   * @param paths as there
   * @param options as there
   * @return each file once
   * @throws IOException as there
   * @throws IllegalArgumentException as there
   */
  public static List<Path> parts(List<Path> paths, CorpusOptions options) throws IOException {
    return CorpusPaths.parts(CorpusPaths.find(paths, options), options);
  }

  /**
   * Opens inputs of another kind, as {@link #readInputs} does, to read their sentences one at a
   * time.
   *
   * @param inputs at least one
   * @param skipBadLines leave out sentences with bad lines and count them, instead of stopping
   * @return a reader, to be closed
   */
  public static CorpusReader openInputs(List<? extends CorpusInput> inputs, boolean skipBadLines) {
    return new CorpusReader(inputs, skipBadLines);
  }

  /**
   * Makes a writer.
   *
   * @param format a name that {@link #formats()} lists, of a format that is written into one file
   * @param out where to write; closed with the writer. Readers expect UTF-8
   * @return a writer
   * @throws IllegalArgumentException if the format is unknown or not written so
   */
  public static CorpusWriter writer(String format, Writer out) {
    return format(format).writer(out, WritingStyle.DEFAULTS);
  }

  /**
   * A format.
   *
   * @param name that {@link #formats()} lists
   * @return what it can hold, and its writers
   * @throws IllegalArgumentException if it is unknown, with the nearest that there is
   */
  public static CorpusFormat format(String name) {
    return CorpusFormats.named(name);
  }

  /**
   * Lists the formats.
   *
   * @return descriptions of one line by name, in a fixed order
   */
  public static Map<String, String> formats() {
    Map<String, String> formats = new LinkedHashMap<>();
    for (CorpusFormat format : CorpusFormats.all()) {
      formats.put(format.name(), format.description());
    }
    return formats;
  }
}
