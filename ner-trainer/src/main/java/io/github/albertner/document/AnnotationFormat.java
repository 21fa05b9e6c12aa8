package io.github.albertner.document;

import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The formats that annotated text can be shown in. */
public enum AnnotationFormat {
  /** A table for people: a row per entity. */
  TEXT,
  /** JSON Lines: an object a line and sentence, with all offsets. */
  JSON,
  /** One page that needs nothing else: the text with its entities in colour, and their counts. */
  HTML,
  /** OpenNLP's name samples: a sentence a line, {@code <START:type> ... <END>} around entities. */
  OPENNLP,
  /** Columns: a token, a tab and its BIO tag a line, a blank line after each sentence. */
  CONLL;

  /**
   * Makes a writer.
   *
   * @param out where to write, in UTF-8; closed with the writer
   * @param sources names of the inputs that will be written
   * @return a writer of this format
   */
  public AnnotationWriter writer(Writer out, List<String> sources) {
    return switch (this) {
      case TEXT -> new TextTableWriter(out, sources.size() > 1);
      case JSON -> new JsonLinesWriter(out);
      case HTML -> new HtmlWriter(out, sources);
      case OPENNLP, CONLL -> new CorpusAnnotationWriter(toString(), out);
    };
  }

  /** Returns the name as users write it, in small letters; a corpus format has the same there. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
