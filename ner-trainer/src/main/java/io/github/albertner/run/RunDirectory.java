package io.github.albertner.run;

import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The folder of a run, held by one process at a time: {@code settings.properties}, {@code
 * last.ckpt}, {@code best.bin} (of pretraining a folder {@code best}), and what others keep there.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String LAST = "last.ckpt";
  private static final String BEST = "best.bin";
  private static final String BEST_FOLDER = "best";
  private static final String SETTINGS = "settings.properties";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lockFile;
  private final UnaryOperator<OutputStream> disk;

  private RunDirectory(Path folder, FileChannel lockFile, UnaryOperator<OutputStream> disk) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.disk = disk;
  }

  /**
   * Makes the folder of a new run, or empties that of another.
   *
   * @param folder its parent must exist
   * @param replace whether checkpoints of another run there may be removed
   * @throws FileAlreadyExistsException if there are some, and they must not be
   * @throws IOException if it cannot be made, or another process trains there
   */
  public static RunDirectory create(Path folder, boolean replace) throws IOException {
    return create(folder, replace, out -> out);
  }

  /** As above; the operator lets a test stand between a checkpoint and the disk. */
  static RunDirectory create(Path folder, boolean replace, UnaryOperator<OutputStream> disk)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder);
    }
    if (!replace && Files.exists(folder.resolve(LAST))) {
      throw new FileAlreadyExistsException(
          folder.toString(),
          null,
          "holds a run already; resume it (--resume on the command line), choose another folder, or"
              + " allow replacing it (--force)");
    }
    RunDirectory directory = hold(folder, disk);
    // The checkpoint first: whatever is left of the other run must not be taken up again.
    Files.deleteIfExists(directory.last());
    Files.deleteIfExists(directory.best());
    return directory;
  }

  /**
   * Opens the folder of a run to take it up again.
   *
   * @throws NoSuchFileException if there is no such folder
   * @throws IOException if it cannot be opened, or another process trains there
   */
  public static RunDirectory open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "no folder of a run");
    }
    return hold(folder, out -> out);
  }

  private static RunDirectory hold(Path folder, UnaryOperator<OutputStream> disk)
      throws IOException {
    FileChannel lockFile =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = lockFile.tryLock();
      if (lock == null) {
        throw new IOException(folder + ": another process trains there");
      }
    } catch (OverlappingFileLockException e) {
      lockFile.close();
      throw new IOException(folder + ": another run of this process trains there", e);
    } catch (IOException e) {
      lockFile.close();
      throw e;
    }
    RunDirectory directory = new RunDirectory(folder, lockFile, disk);
    directory.removeUnfinished();
    return directory;
  }

  /** What a killed process was writing. */
  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path file : files) {
        if (Files.isDirectory(file)) {
          removeAll(file);
        } else {
          Files.delete(file);
        }
      }
    }
  }

  private static void removeAll(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /** Returns the file that the run can be taken up from; it need not exist yet. */
  public Path last() {
    return folder.resolve(LAST);
  }

  /** Returns the package of the best epoch so far; it need not exist yet. */
  public Path best() {
    return folder.resolve(BEST);
  }

  /** Returns the folder of the best language model so far; it need not exist yet. */
  public Path bestFolder() {
    return folder.resolve(BEST_FOLDER);
  }

  /** Reads where pretraining stood, if it got as far as a checkpoint. */
  Optional<PretrainingCheckpoint> pretrainingCheckpoint() throws IOException {
    return Files.exists(last())
        ? Optional.of(PretrainingCheckpoint.read(last()))
        : Optional.empty();
  }

  /** Reads where the run stood, if it got as far as a checkpoint. */
  Optional<RunCheckpoint> checkpoint() throws IOException {
    return Files.exists(last()) ? Optional.of(RunCheckpoint.read(last())) : Optional.empty();
  }

  /** Writes the settings as a file that {@code --settings} takes. */
  void save(Map<String, String> settings) throws IOException {
    StringBuilder text = new StringBuilder("# Settings of this run, as --settings takes them.\n");
    for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
      text.append(setting.getKey()).append('=').append(escaped(setting.getValue())).append('\n');
    }
    write(SETTINGS, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** As properties files want it: a label's name may hold anything. */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\");
  }

  /** Writes where the run stands, in place of the checkpoint before. */
  void save(RunCheckpoint checkpoint) throws IOException {
    write(LAST, checkpoint::writeTo);
  }

  /** Writes where the run stood, in place of the checkpoint before. */
  void save(PretrainingCheckpoint checkpoint) throws IOException {
    write(LAST, checkpoint::writeTo);
  }

  /** Writes the best epoch, in place of the one before. */
  void saveBest(ModelPackage model) throws IOException {
    model.write(best(), true);
  }

  /** Something that writes its bytes. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void write(String name, Content content) throws IOException {
    AtomicFile.write(
        folder.resolve(name),
        true,
        channel -> content.writeTo(disk.apply(Channels.newOutputStream(channel))));
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
