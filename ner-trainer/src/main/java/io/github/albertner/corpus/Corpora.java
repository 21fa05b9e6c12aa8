package io.github.albertner.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** A file whose format is found out when its turn comes. */
  private record DetectedInput(CorpusFile file, CorpusOptions options) implements CorpusInput {

    @Override
    public Path path() {
      return file.path();
    }

    @Override
    public SentenceSource open() throws IOException {
      return CorpusFormats.of(file, options).open(file, options);
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
    for (Path path : files) {
      CorpusFile file = CorpusFile.of(path);
      found.add(new DetectedInput(file, options));
    }
    return new CorpusReader(found, options.skipBadLines());
  }

  /**
   * Makes a writer.
   *
   * @param format a name that {@link #formats()} lists
   * @param out where to write; closed with the writer. Readers expect UTF-8
   * @return a writer
   * @throws IllegalArgumentException if the format is unknown
   */
  public static CorpusWriter writer(String format, Writer out) {
    return CorpusFormats.named(format).writer(out);
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
