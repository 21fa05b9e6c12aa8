package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;

/** Writes name samples. The format has no escapes, so words that look like tags are refused. */
final class NameSampleWriter implements CorpusWriter {

  private final Writer out;
  private long written;

  NameSampleWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(Sentence sentence) throws IOException {
    check(sentence);
    StringJoiner line = new StringJoiner(" ", "", "\n");
    Iterator<EntitySpan> entities = sentence.entities().iterator();
    EntitySpan entity = entities.hasNext() ? entities.next() : null;
    for (int word = 0; word < sentence.words().size(); word++) {
      if (entity != null && entity.begin() == word) {
        line.add("<START:" + entity.type() + ">");
      }
      line.add(sentence.words().get(word));
      if (entity != null && entity.end() == word + 1) {
        line.add(NameSampleLine.END);
        entity = entities.hasNext() ? entities.next() : null;
      }
    }
    out.write(sentence.startsDocument() && written > 0 ? "\n" + line : line.toString());
    written++;
  }

  private void check(Sentence sentence) throws UnwritableSentenceException {
    for (int i = 0; i < sentence.words().size(); i++) {
      String word = sentence.words().get(i);
      String problem = null;
      if (NameSampleLine.hasMarkup(word)) {
        problem = "would be read back as a tag";
      } else if (!NameSampleLine.parts(word).equals(List.of(word))) {
        problem = "holds white space, which separates words";
      } else if (ColumnWriter.startsWithMark(word) && written == 0 && i == 0) {
        problem = "begins with a byte order mark, which a file's first word loses";
      }
      if (problem != null) {
        throw new UnwritableSentenceException(
            ColumnWriter.place(i, written, word)
                + problem
                + "; name samples have no escapes: change the word, or write "
                + ColumnFormat.NAME);
      }
    }
    for (EntitySpan entity : sentence.entities()) {
      if (!NameSampleLine.isType(entity.type())) {
        throw new UnwritableSentenceException(
            "the type "
                + CorpusFormatException.quote(entity.type())
                + " in sentence "
                + (written + 1)
                + " holds ':', '>' or white space, which <START:type> cannot");
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
