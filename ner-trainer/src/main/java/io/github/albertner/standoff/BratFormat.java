package io.github.albertner.standoff;

import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.EntityChange;
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

  /** Annotations without a text, or a text without annotations where others have some. */
  @Override
  public boolean recognisesBesideOthers(CorpusFile file) throws IOException {
    if (file.path().toString().endsWith(ANNOTATIONS)) {
      return true;
    }
    if (!isLoneText(file.path())) {
      return false;
    }
    try (Stream<Path> beside = Files.list(file.path().toAbsolutePath().getParent())) {
      return beside.anyMatch(BratFormat::isPair);
    }
  }

  private static boolean isPair(Path file) {
    String name = file.toString();
    return (name.endsWith(ANNOTATIONS) && Files.isRegularFile(sibling(file, TEXT)))
        || (name.endsWith(TEXT) && Files.isRegularFile(sibling(file, ANNOTATIONS)));
  }

  /** Whether a file is a text, and nobody has begun to annotate it: that makes an empty .ann. */
  static boolean isLoneText(Path file) {
    return file.toString().endsWith(TEXT) && !Files.isRegularFile(sibling(file, ANNOTATIONS));
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
      List<Path> all =
          files
              .filter(file -> file.toString().endsWith(ANNOTATIONS) || isLoneText(file))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      return all.stream().allMatch(BratFormat::isLoneText) ? List.of() : all;
    }
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return isLoneText(file.path())
        ? new TextSource(NAME, "no annotations beside it", new LoneText(file.path()), options)
        : new TextSource(NAME, "text beside it", new BratDocument(file, options), options);
  }

  @Override
  public Output output() {
    return Output.FOLDER;
  }

  @Override
  public CorpusWriter writer(Path target, WritingStyle style) throws IOException {
    return new BratWriter(target);
  }

  /** A text without annotations, which is left out. */
  private static final class LoneText implements TextSource.Documents {
    private Path file;

    LoneText(Path file) {
      this.file = file;
    }

    @Override
    public TextDocument next() {
      if (file == null) {
        return null;
      }
      EntityChange change =
          new EntityChange(
              "texts left out: without " + ANNOTATIONS + " beside them",
              file + ": no " + sibling(file, ANNOTATIONS).getFileName() + " beside it");
      TextDocument leftOut = TextDocument.leftOut(file, 0, true, change);
      file = null;
      return leftOut;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
