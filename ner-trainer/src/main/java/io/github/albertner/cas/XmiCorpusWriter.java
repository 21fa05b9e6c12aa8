package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.Spacing;
import io.github.albertner.document.AnnotationFormat;
import io.github.albertner.document.AnnotationWriter;
import io.github.albertner.standoff.DocumentNames;
import io.github.albertner.standoff.WrittenText;
import io.github.albertner.text.AnnotatedPassage;
import io.github.albertner.text.Passage;
import io.github.albertner.text.TextOffset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes an XMI file for each document, with this project's types, and TypeSystem.xml. */
final class XmiCorpusWriter implements CorpusWriter {

  private static final String UNKNOWN_LANGUAGE = "und";

  private final Path folder;
  private final DocumentNames names = new DocumentNames();
  private WrittenText text = new WrittenText();
  private Path source;

  XmiCorpusWriter(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> companion : AnnotationFormat.XMI.companions().entrySet()) {
      Files.write(folder.resolve(companion.getKey()), companion.getValue());
    }
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
    if (sentence.startsDocument()) {
      flush();
    }
    if (text.isEmpty() && source != null) {
      names.startInput(source);
    }
    text.add(sentence, spacing);
  }

  private void flush() throws IOException {
    if (text.isEmpty()) {
      return;
    }
    String name = names.next() + ".xmi";
    try (AnnotationWriter writer =
        AnnotationFormat.XMI.writer(
            Files.newBufferedWriter(folder.resolve(name)), List.of(name), UNKNOWN_LANGUAGE)) {
      writer.startInput(name);
      writer.write(
          AnnotatedPassage.of(
              new Passage(name, TextOffset.START, text.text(), text.sentences()),
              text.contents().stream().map(Sentence::entities).toList()));
    }
    text = new WrittenText();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
