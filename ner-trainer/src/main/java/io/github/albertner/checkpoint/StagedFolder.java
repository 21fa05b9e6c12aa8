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
public final class StagedFolder {
  private StagedFolder() {}

  /**
   * Writes files.
   *
   * @param folder the target, in an existing folder
   * @param overwrite whether files in an existing folder may be replaced; others there are kept
   * @param files what to write
   * @throws FileAlreadyExistsException if the folder is a file, or is not empty and must not be
   *     changed
   * @throws IOException if files cannot be written; what was there before is then unchanged
   */
  public static void write(Path folder, boolean overwrite, List<ModelFile> files)
      throws IOException {
    check(folder, overwrite);
    Path absolute = folder.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
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

  /**
   * Checks what can be checked before the work that makes the files.
   *
   * @param folder as for {@link #write}
   * @param overwrite as for {@link #write}
   * @throws IOException as {@link #write}
   */
  public static void check(Path folder, boolean overwrite) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileAlreadyExistsException(folder + " is a file; expected a folder to write into");
    }
    if (!overwrite && !isEmpty(folder)) {
      throw new FileAlreadyExistsException(
          folder
              + " exists and is not empty; choose another output, or allow overwriting it (--force"
              + " on the command line)");
    }
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException(
          "cannot save %s: there is no folder %s; create it first".formatted(folder, parent));
    }
    if (!Files.isWritable(parent)) {
      throw new IOException(
          "cannot save %s: the folder %s is not writable".formatted(folder, parent));
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
