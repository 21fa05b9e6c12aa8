package io.github.albertner.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  CONLL,
  /** XMI of a UIMA CAS with this project's types; one input, written at its end. */
  XMI;

  /**
   * Makes a writer.
   *
   * @param out where to write, in UTF-8; closed with the writer
   * @param sources names of the inputs that will be written
   * @param language of their text, such as {@code en}
   * @return a writer of this format
   */
  public AnnotationWriter writer(Writer out, List<String> sources, String language) {
    return switch (this) {
      case TEXT -> new TextTableWriter(out, sources.size() > 1);
      case JSON -> new JsonLinesWriter(out);
      case HTML -> new HtmlWriter(out, sources);
      case OPENNLP, CONLL -> new CorpusAnnotationWriter(toString(), out);
      case XMI -> new XmiWriter(out, language);
    };
  }

  /**
   * Whether the annotations of several inputs can be written one after the other.
   *
   * @return false if each needs a writer of its own
   */
  public boolean holdsSeveralInputs() {
    return this != XMI;
  }

  /**
   * What the names of files in this format end with.
   *
   * @return an extension without its dot
   */
  public String extension() {
    return switch (this) {
      case TEXT -> "txt";
      case JSON -> "jsonl";
      default -> toString();
    };
  }

  /**
   * Files that readers of this format need beside it.
   *
   * @return contents by file name; empty for most formats
   * @throws IOException if they cannot be had
   */
  public Map<String, byte[]> companions() throws IOException {
    return this == XMI ? Map.of("TypeSystem.xml", XmiWriter.typeSystem()) : Map.of();
  }

  /** Returns the name as users write it, in small letters; a corpus format has the same there. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
