package io.github.albertner.cli;

import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.Spacing;
import io.github.albertner.corpus.UnwritableSentenceException;
import io.github.albertner.corpus.WritingStyle;
import io.github.albertner.modelpackage.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file or folder that is written beside its place and moved there when it is whole. */
final class ConversionOutput implements Closeable {

  private final Path named;
  private final Path target;
  private final Path staged;

  ConversionOutput(Path target) throws IOException {
    named = target;
    this.target = AtomicFile.followed(target);
    Path parent = this.target.getParent();
    if (parent == null) {
      throw new FileSystemException(target.toString(), null, "expected a file or folder to write");
    }
    Files.createDirectories(parent);
    staged =
        parent.resolve("." + this.target.getFileName() + ".part-" + ProcessHandle.current().pid());
  }

  /**
   * Opens it, to write sentences.
   *
   * @return a writer whose failures name the target
   */
  CorpusWriter writer(CorpusFormat format, WritingStyle style) throws IOException {
    try {
      return new NamedWriter(format.writer(staged, style));
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private IOException unwritten(IOException e) {
    return e instanceof UnwritableSentenceException
        ? e
        : new IOException(
            "cannot write " + named + ": " + e.getMessage() + "; nothing was changed there", e);
  }

  /** Says what it was that could not be written; the system says only why. */
  private final class NamedWriter implements CorpusWriter {
    private final CorpusWriter out;

    NamedWriter(CorpusWriter out) {
      this.out = out;
    }

    @Override
    public void startInput(Path source) {
      out.startInput(source);
    }

    @Override
    public void write(Sentence sentence) throws IOException {
      write(sentence, Optional.empty());
    }

    @Override
    public void write(Sentence sentence, Optional<Spacing> spacing) throws IOException {
      try {
        out.write(sentence, spacing);
      } catch (IOException e) {
        throw unwritten(e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        out.close();
      } catch (IOException e) {
        throw unwritten(e);
      }
    }
  }

  /** Moves what was written to its place; a folder that is there gets the new files. */
  void commit() throws IOException {
    if (!Files.isDirectory(staged)) {
      if (Files.isDirectory(target)) {
        throw new FileSystemException(
            target.toString(), null, "expected a file as output, found a folder");
      }
      Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    Files.createDirectories(target);
    for (Path file : all(staged)) {
      if (Files.isRegularFile(file)) {
        Files.move(
            file,
            AtomicFile.followed(target.resolve(file.getFileName())),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  /** Removes what was not moved. */
  @Override
  public void close() throws IOException {
    if (Files.exists(staged)) {
      for (Path file : all(staged)) {
        Files.delete(file);
      }
    }
  }
}
