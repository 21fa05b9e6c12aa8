package io.github.albertner.network;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that DJL unpacks libtorch to, while it does.
 *
 * <p>DJL unpacks to a folder {@code tmp123...} beside the one that it then renames it to. One
 * process of ours unpacks at a time, so that several started at once write the files once, and so
 * that what a killed one left behind is known for that.
 *
 * <p>Nothing here fails: a cache that cannot be written to may have all that is needed.
 */
final class NativeCache implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NativeCache.class);

  private static final Pattern UNPACKING = Pattern.compile("tmp\\d+|jni\\d+tmp");

  /** A process that unpacks writes all the time; other software may unpack without our lock. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private static final Set<PosixFilePermission> OF_FOLDERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);
  private static final Set<PosixFilePermission> OF_FILES =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Path root;
  private final Optional<FileChannel> locked;

  private NativeCache(Path root, Optional<FileChannel> locked) {
    this.root = root;
    this.locked = locked;
  }

  /** Opens DJL's cache. */
  static NativeCache open() {
    return open(Utils.getEngineCacheDir("pytorch").toAbsolutePath());
  }

  /** Waits for others that unpack and removes what killed ones left, if there is either to do. */
  static NativeCache open(Path root) {
    try {
      if (isFilled(root) && leftovers(root).isEmpty()) {
        return new NativeCache(root, Optional.empty());
      }
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        lock(channel);
        for (Path leftover : leftovers(root)) {
          removeIfIdle(leftover);
        }
        return new NativeCache(root, Optional.of(channel));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
      LOG.debug("{} is used without a lock", root, e);
      return new NativeCache(root, Optional.empty());
    }
  }

  private static void lock(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      LOG.info("waiting for another process that unpacks PyTorch's natives");
      lock = channel.lock();
    }
    assert lock.isValid(); // released with the channel
  }

  private static boolean isFilled(Path root) throws IOException {
    String library = System.mapLibraryName("torch");
    return list(root).stream().anyMatch(folder -> Files.exists(folder.resolve(library)));
  }

  /** Folders of libtorch, and files of the bridge inside one, that were never renamed. */
  private static List<Path> leftovers(Path root) throws IOException {
    Stream.Builder<Path> found = Stream.builder();
    for (Path entry : list(root)) {
      if (isUnpacking(entry)) {
        found.add(entry);
      } else if (Files.isDirectory(entry) && Files.isReadable(entry)) {
        list(entry).stream().filter(NativeCache::isUnpacking).forEach(found);
      }
    }
    return found.build().toList();
  }

  private static boolean isUnpacking(Path path) {
    return UNPACKING.matcher(path.getFileName().toString()).matches();
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static void removeIfIdle(Path leftover) throws IOException {
    FileTime last = lastWritten(leftover);
    while (Duration.between(last.toInstant(), Instant.now()).compareTo(IDLE) < 0) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      FileTime now = lastWritten(leftover);
      if (!now.equals(last)) {
        return; // somebody is at work
      }
    }
    LOG.info("removing {}, which an unpacking that was killed left", leftover);
    for (Path file : list(leftover)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(leftover);
  }

  private static FileTime lastWritten(Path leftover) throws IOException {
    FileTime last = Files.getLastModifiedTime(leftover);
    for (Path file : list(leftover)) {
      FileTime time = Files.getLastModifiedTime(file);
      last = time.compareTo(last) > 0 ? time : last;
    }
    return last;
  }

  /**
   * Lets others read the natives who may read the folder that they are in. DJL makes them in a
   * folder for temporary files, which is its user's alone.
   */
  void share(Path natives) {
    if (!natives.toAbsolutePath().startsWith(root)) {
      return;
    }
    try {
      Set<PosixFilePermission> around = Files.getPosixFilePermissions(root);
      permit(natives, around, OF_FOLDERS);
      for (Path file : list(natives)) {
        permit(file, around, OF_FILES);
      }
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("the permissions of {} stay as they are", natives, e);
    }
  }

  private static void permit(
      Path path, Set<PosixFilePermission> around, Set<PosixFilePermission> wanted)
      throws IOException {
    Set<PosixFilePermission> missing = EnumSet.copyOf(wanted);
    missing.retainAll(around);
    Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
    if (!now.containsAll(missing)) {
      missing.addAll(now);
      Files.setPosixFilePermissions(path, missing);
    }
  }

  @Override
  public void close() {
    if (locked.isPresent()) {
      try {
        locked.get().close();
      } catch (IOException e) {
        LOG.debug("the lock of {} is not given back", root, e);
      }
    }
  }
}
