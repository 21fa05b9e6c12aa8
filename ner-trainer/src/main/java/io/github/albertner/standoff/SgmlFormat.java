package io.github.albertner.standoff;

import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.SentenceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Texts with entities in tags, ENAMEX and others.
 *
 * @param name as OpenNLP calls it
 * @param description one line for help texts
 * @param extensions of its files, by which they are recognised
 * @param lines whether a line is a sentence of tokens, instead of what stands in an s element
 */
record SgmlFormat(String name, String description, List<String> extensions, boolean lines)
    implements CorpusFormat {

  static final List<CorpusFormat> ALL =
      List.of(
          new SgmlFormat(
              "muc6",
              "MUC-6 and 7: .sgm files with ENAMEX, NUMEX, TIMEX, sentences in s elements",
              List.of(".sgm", ".sgml"),
              false),
          new SgmlFormat(
              "ontonotes",
              "OntoNotes: .name files, a sentence a line with ENAMEX",
              List.of(".name"),
              true));

  @Override
  public Set<Content> holds() {
    return EnumSet.allOf(Content.class);
  }

  @Override
  public boolean recognises(CorpusFile file) {
    return isNamedSo(file.path());
  }

  private boolean isNamedSo(Path file) {
    return extensions.stream().anyMatch(file.toString()::endsWith);
  }

  @Override
  public List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(this::isNamedSo).filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return new TextSource(
        name,
        lines ? "a sentence a line" : "sentences in s elements",
        new SgmlTexts(file, lines),
        options);
  }
}
