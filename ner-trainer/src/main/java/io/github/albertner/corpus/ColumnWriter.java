package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a word and its tag a line, a blank line after each sentence. */
final class ColumnWriter implements CorpusWriter {

  /**
   * How rows look.
   *
   * @param separator what separates cells: a tab or a space
   * @param between what stands between word and tag: a separator, or cells that hold nothing
   * @param documentStart what precedes a document but the first; may hold a %d for its number
   * @param scheme of the tags
   */
  record Shape(String separator, String between, String documentStart, TagScheme scheme) {

    /** This shape with the scheme that was chosen. */
    Shape in(WritingStyle style) {
      return new Shape(separator, between, documentStart, style.scheme().orElse(scheme));
    }
  }

  private final Writer out;
  private final Shape shape;
  private final String format;
  private long written;
  private long documents;

  /** Writes rows of a shape; the format's name is for messages. */
  ColumnWriter(Writer out, Shape shape, String format) {
    this.out = out;
    this.shape = shape;
    this.format = format;
  }

  @Override
  public void write(Sentence sentence) throws IOException {
    check(sentence);
    StringBuilder rows = new StringBuilder();
    if (sentence.startsDocument() && written > 0) {
      documents++;
      rows.append(shape.documentStart().replace("%d", Long.toString(documents)));
    }
    List<String> tags = shape.scheme().encode(sentence.entities(), sentence.words().size());
    for (int word = 0; word < tags.size(); word++) {
      rows.append(sentence.words().get(word))
          .append(shape.between())
          .append(tags.get(word))
          .append('\n');
    }
    out.write(rows.append('\n').toString());
    written++;
  }

  private void check(Sentence sentence) throws UnwritableSentenceException {
    for (int i = 0; i < sentence.words().size(); i++) {
      String word = sentence.words().get(i);
      String problem = null;
      if (!fitsCell(word)) {
        problem = cellProblem();
      } else if (ColumnScan.isDocumentStart(word)) {
        problem = "would be read back as the start of a document";
      } else if (startsWithMark(word) && written == 0 && i == 0) {
        problem = "begins with a byte order mark, which a file's first word loses";
      }
      if (problem != null) {
        throw new UnwritableSentenceException(place(i, written, word) + problem);
      }
    }
    for (EntitySpan entity : sentence.entities()) {
      if (!fitsCell(entity.type())) {
        throw new UnwritableSentenceException(
            "the type "
                + CorpusFormatException.quote(entity.type())
                + " in sentence "
                + (written + 1)
                + " "
                + cellProblem());
      }
    }
  }

  private String cellProblem() {
    return shape.separator().equals(" ")
        ? "holds a space, a tab or a line end, which columns of the format "
            + format
            + " cannot; the format "
            + ColumnFormat.NAME
            + " separates them by tabs"
        : "holds a tab or a line end, or has a space at its edge, which columns lose";
  }

  private boolean fitsCell(String text) {
    boolean spaces = shape.separator().equals(" ");
    return text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || (spaces && c == ' '))
        && !ColumnSeparator.isPadding(text.charAt(0))
        && !ColumnSeparator.isPadding(text.charAt(text.length() - 1));
  }

  /** Whether a word begins with what a reader takes for a byte order mark at a file's start. */
  static boolean startsWithMark(String word) {
    return word.startsWith("\uFEFF");
  }

  /** Names a word in a message, where {@code written} sentences precede. */
  static String place(int word, long written, String text) {
    return "word "
        + (word + 1)
        + " of sentence "
        + (written + 1)
        + ", "
        + CorpusFormatException.quote(text)
        + ", ";
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
