package io.github.albertner.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file or folder that is written beside its place and moved there when it is whole. */
final class ConversionOutput implements Closeable {

  private final Path target;
  private final Path staged;

  ConversionOutput(Path target) throws IOException {
    this.target = target;
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new FileSystemException(target.toString(), null, "expected a file or folder to write");
    }
    Files.createDirectories(parent);
    staged = parent.resolve("." + target.getFileName() + ".part-" + ProcessHandle.current().pid());
  }

  /** Where to write. */
  Path path() {
    return staged;
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
        Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
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
