package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a word, a tab and its BIO tag a line, a blank line after each sentence. */
final class ColumnWriter implements CorpusWriter {

  private final Writer out;
  private long written;

  ColumnWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(Sentence sentence) throws IOException {
    check(sentence);
    StringBuilder rows = new StringBuilder();
    if (sentence.startsDocument() && written > 0) {
      rows.append(ColumnScan.DOCUMENT_START).append("\tO\n\n");
    }
    List<String> tags = TagScheme.BIO.encode(sentence.entities(), sentence.words().size());
    for (int word = 0; word < tags.size(); word++) {
      rows.append(sentence.words().get(word)).append('\t').append(tags.get(word)).append('\n');
    }
    out.write(rows.append('\n').toString());
    written++;
  }

  private void check(Sentence sentence) throws UnwritableSentenceException {
    for (int i = 0; i < sentence.words().size(); i++) {
      String word = sentence.words().get(i);
      String problem = null;
      if (!fitsCell(word)) {
        problem = "holds a tab or a line end, or has a space at its edge, which columns lose";
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
                + " holds a tab or a line end, or has a space at its edge, which columns lose");
      }
    }
  }

  private static boolean fitsCell(String text) {
    return text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r')
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
