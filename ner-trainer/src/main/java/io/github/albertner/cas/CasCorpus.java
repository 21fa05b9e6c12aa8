package io.github.albertner.cas;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusInput;
import io.github.albertner.corpus.CorpusReader;
import io.github.albertner.corpus.SentenceSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads CAS files as a corpus: the way in to this package, see its description. */
public final class CasCorpus {

  /** What users call this format. */
  public static final String FORMAT = "xmi";

  private CasCorpus() {}

  /**
   * Reads all sentences of some files, each a document.
   *
   * @param paths files, folders or patterns, as {@link CasFiles#find} takes them; at least one
   * @param options how to read them
   * @return the sentences, at least one
   * @throws CorpusFormatException if a type system or file is not sound, or at the first entity or
   *     sentence that is not as it should be, unless options say otherwise
   * @throws IOException if a file is not there or cannot be read
   * @throws IllegalArgumentException if a type or feature that was named is not there
   */
  public static Corpus read(List<Path> paths, CasOptions options) throws IOException {
    return Corpora.readInputs(inputs(paths, options), options.skipBadSentences());
  }

  /**
   * Opens CAS files to read their sentences one at a time.
   *
   * @param paths as {@link #read}
   * @param options as {@link #read}
   * @return a reader, to be closed
   * @throws IOException as {@link #read}
   */
  public static CorpusReader open(List<Path> paths, CasOptions options) throws IOException {
    return Corpora.openInputs(inputs(paths, options), options.skipBadSentences());
  }

  private static List<CorpusInput> inputs(List<Path> paths, CasOptions options) throws IOException {
    List<Path> files = CasFiles.find(paths);
    CasDocument.Reader reader = new CasDocument.Reader(files, options);
    List<CorpusInput> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(new Input(file, () -> CasSource.of(reader.read(file), options)));
    }
    return inputs;
  }

  /** Opens a source. */
  @FunctionalInterface
  interface Opening {
    SentenceSource open() throws IOException;
  }

  /** A file, and how it is opened. */
  record Input(Path path, Opening opening) implements CorpusInput {

    @Override
    public SentenceSource open() throws IOException {
      return opening.open();
    }
  }
}
