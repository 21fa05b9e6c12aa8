package io.github.albertner.plaintext;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what grows with the text and is needed for a while: removed when closed, and when
 * the process is asked to end before.
 */
public final class ScratchFolder implements Closeable {

  private final Path path;
  private final Thread atExit = new Thread(this::removeQuietly, "scratch folder");

  private ScratchFolder(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Makes a folder on the disk where the output will be.
   *
   * @param output a file or folder, in a folder that exists
   * @return an empty folder with a name of its own
   * @throws IOException if it cannot be made
   */
  public static ScratchFolder beside(Path output) throws IOException {
    Path parent = output.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException(
          "cannot save %s: there is no folder %s; create it first".formatted(output, parent));
    }
    return new ScratchFolder(Files.createTempDirectory(parent, ".scratch"));
  }

  /**
   * The folder.
   *
   * @return absolute
   */
  public Path path() {
    return path;
  }

  /**
   * A file in it.
   *
   * @param name of the file
   * @return absolute
   */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the hook is at it
    }
    remove();
  }

  private void removeQuietly() {
    try {
      remove();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove() throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(path)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
