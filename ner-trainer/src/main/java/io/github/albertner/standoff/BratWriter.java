package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.OffsetUnit;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.Spacing;
import io.github.albertner.corpus.UnwritableSentenceException;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a .txt and an .ann file for each document. */
final class BratWriter implements CorpusWriter {

  private final Path folder;
  private final DocumentNames names = new DocumentNames();
  private WrittenText text = new WrittenText();
  private Path source;
  private long sentences;

  BratWriter(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public void startInput(Path next) {
    source = next;
  }

  @Override
  public void write(Sentence sentence) throws IOException {
    write(sentence, Optional.empty());
  }

  @Override
  public void write(Sentence sentence, Optional<Spacing> spacing) throws IOException {
    text.check(sentence);
    for (EntitySpan entity : sentence.entities()) {
      if (!entity.type().matches("\\S+")) {
        throw new UnwritableSentenceException(
            "the type '"
                + entity.type()
                + "' of sentence "
                + (sentences + 1)
                + " holds white space, which types of brat cannot; rename it (--map on the command"
                + " line)");
      }
    }
    if (sentence.startsDocument()) {
      flush();
    }
    if (text.isEmpty() && source != null) {
      names.startInput(source);
    }
    text.add(sentence, spacing);
    sentences++;
  }

  private void flush() throws IOException {
    if (text.isEmpty()) {
      return;
    }
    Offsets offsets = new Offsets(text.text(), OffsetUnit.CODE_POINTS);
    StringBuilder annotations = new StringBuilder();
    int number = 0;
    for (WrittenText.Mention mention : text.mentions()) {
      annotations
          .append('T')
          .append(++number)
          .append('\t')
          .append(mention.type())
          .append(' ')
          .append(offsets.fromUnits(mention.range().begin()))
          .append(' ')
          .append(offsets.fromUnits(mention.range().end()))
          .append('\t')
          .append(mention.range().of(text.text()).replaceAll("\\R", " "))
          .append('\n');
    }
    String name = names.next();
    Files.writeString(folder.resolve(name + BratFormat.TEXT), text.text());
    Files.writeString(folder.resolve(name + BratFormat.ANNOTATIONS), annotations);
    text = new WrittenText();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
