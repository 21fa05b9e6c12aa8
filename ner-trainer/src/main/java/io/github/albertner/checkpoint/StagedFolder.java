package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a folder's files beside it first and moves them in when all are there, so that a full disk
 * or a failure leaves what was there before.
 */
final class StagedFolder {
  private StagedFolder() {}

  static void write(Path folder, boolean overwrite, List<ModelFile> files) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileAlreadyExistsException(folder + " is a file; expected a folder to write into");
    }
    if (!overwrite && !isEmpty(folder)) {
      throw new FileAlreadyExistsException(
          folder
              + " exists and is not empty; choose another output, or allow overwriting it (--force"
              + " on the command line)");
    }
    Path absolute = folder.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException(
          "cannot save %s: there is no folder %s; create it first".formatted(folder, parent));
    }
    if (!Files.isWritable(parent)) {
      throw new IOException(
          "cannot save %s: the folder %s is not writable".formatted(folder, parent));
    }
    Path stage = parent.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectory(stage);
      for (ModelFile file : files) {
        AtomicFile.write(stage.resolve(file.name()), false, file.content());
      }
      Files.createDirectories(absolute);
      for (ModelFile file : files) {
        Files.move(
            stage.resolve(file.name()),
            absolute.resolve(file.name()),
            StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new IOException("cannot save " + folder + ": " + e.getMessage(), e);
    } finally {
      for (ModelFile file : files) {
        Files.deleteIfExists(stage.resolve(file.name()));
      }
      Files.deleteIfExists(stage);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }
}
