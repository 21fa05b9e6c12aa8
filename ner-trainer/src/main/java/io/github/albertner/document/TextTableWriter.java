package io.github.albertner.document;

import io.github.albertner.text.AnnotatedPassage;
import io.github.albertner.text.AnnotatedSentence;
import io.github.albertner.text.Entity;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a row per entity: begin and end in UTF-16 units, type, probability, and last the text,
 * which alone may hold spaces. Nothing is written for inputs without entities, but their names if
 * there are several inputs.
 */
final class TextTableWriter implements AnnotationWriter {

  private static final String HEADER = "   begin       end  type            prob  text\n";
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** What could move a terminal's cursor, or worse. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private final Writer out;
  private final boolean several;
  private boolean begun;
  private boolean headed;

  TextTableWriter(Writer out, boolean several) {
    this.out = out;
    this.several = several;
  }

  @Override
  public void startInput(String source) throws IOException {
    if (several) {
      out.write((begun ? "\n" : "") + "==> " + oneLine(source) + " <==\n");
    }
    begun = true;
    headed = false;
  }

  @Override
  public void write(AnnotatedPassage passage) throws IOException {
    for (AnnotatedSentence sentence : passage.sentences()) {
      for (Entity entity : sentence.entities()) {
        write(entity);
      }
    }
  }

  private void write(Entity entity) throws IOException {
    if (!headed) {
      out.write(HEADER);
      headed = true;
    }
    out.write(
        String.format(
            Locale.ROOT,
            "%8d  %8d  %-14s  %4.2f  %s\n",
            entity.begin().characters(),
            entity.end().characters(),
            entity.type(),
            entity.probability(),
            oneLine(entity.text())));
  }

  private static String oneLine(String text) {
    return CONTROLS.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
