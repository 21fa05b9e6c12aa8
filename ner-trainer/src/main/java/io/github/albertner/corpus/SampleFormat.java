package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.ObjectStream;

/**
 * A format that OpenNLP's own reader reads, called as there.
 *
 * @param name as OpenNLP calls it
 * @param description one line for help texts
 * @param extensions of its files, by which they are recognised; none if it must be named
 * @param onePerFile whether a file is a document, whatever OpenNLP's reader says
 * @param reader opens OpenNLP's reader
 */
record SampleFormat(
    String name, String description, List<String> extensions, boolean onePerFile, Reader reader)
    implements CorpusFormat {

  /** Opens OpenNLP's reader. */
  @FunctionalInterface
  interface Reader {
    ObjectStream<NameSample> open(CorpusFile file) throws IOException;
  }

  @Override
  public Set<Content> holds() {
    return Set.of(Content.WORDS, Content.DOCUMENTS);
  }

  @Override
  public boolean recognises(CorpusFile file) {
    return isNamedSo(file.path());
  }

  private boolean isNamedSo(Path file) {
    return extensions.stream().anyMatch(file.toString()::endsWith);
  }

  @Override
  public List<Path> parts(Path file) {
    return isNamedSo(file) ? MascFiles.parts(file) : List.of(file);
  }

  @Override
  public List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(this::isNamedSo).filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return new SampleSource(this, file);
  }
}
