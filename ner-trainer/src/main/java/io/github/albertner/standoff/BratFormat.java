package io.github.albertner.standoff;

import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.corpus.WritingStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** brat's standoff: a text in a .txt file, annotations in an .ann file beside it. */
final class BratFormat implements CorpusFormat {

  static final String NAME = "brat";
  static final String ANNOTATIONS = ".ann";
  static final String TEXT = ".txt";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "brat: .txt files with .ann files beside them; a folder means all in it";
  }

  @Override
  public Set<Content> holds() {
    return EnumSet.of(Content.DOCUMENTS, Content.TEXT);
  }

  /** The file with the other extension. */
  static Path sibling(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - extension.length()) + extension);
  }

  @Override
  public boolean recognises(CorpusFile file) {
    return isPair(file.path());
  }

  private static boolean isPair(Path file) {
    String name = file.toString();
    return (name.endsWith(ANNOTATIONS) && Files.isRegularFile(sibling(file, TEXT)))
        || (name.endsWith(TEXT) && Files.isRegularFile(sibling(file, ANNOTATIONS)));
  }

  @Override
  public Path principal(Path file) {
    return file.toString().endsWith(TEXT) && isPair(file) ? sibling(file, ANNOTATIONS) : file;
  }

  @Override
  public List<Path> parts(Path file) {
    return file.toString().endsWith(ANNOTATIONS) && isPair(file)
        ? List.of(file, sibling(file, TEXT))
        : List.of(file);
  }

  @Override
  public List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ANNOTATIONS))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return new TextSource(NAME, "text beside it", new BratDocument(file, options), options);
  }

  @Override
  public Output output() {
    return Output.FOLDER;
  }

  @Override
  public CorpusWriter writer(Path target, WritingStyle style) throws IOException {
    return new BratWriter(target);
  }
}
