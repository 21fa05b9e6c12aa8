package io.github.albertner.corpus;

import java.io.IOException;
import java.io.Writer;

/**
 * A way of writing sentences and entities into files. To add one, implement this and list it in
 * {@link CorpusFormats}.
 */
interface CorpusFormat {

  /** The name users choose it by, in lower case. */
  String name();

  /** One line for help texts. */
  String description();

  /** Whether the file's first lines are in this format, as far as they tell. */
  boolean recognises(CorpusFile file) throws IOException;

  /**
   * Opens a file of this format.
   *
   * @throws CorpusFormatException if the layout cannot be found out
   */
  SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException;

  /** Writes sentences in this format, so that {@link #open} reads the same. */
  CorpusWriter writer(Writer out);
}
