package io.github.albertner.modelpackage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Writes a file so that it is there whole or not at all: a temporary file in the same folder is
 * written, forced to the disk, and moved into place. A failure leaves what was there before, and no
 * temporary file. Where the file is a symbolic link, the link stays and the file that it leads to
 * is written.
 */
public final class AtomicFile {
  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /**
   * Writes a file.
   *
   * @param target the file; its folder must exist
   * @param overwrite whether an existing file may be replaced
   * @param content the bytes
   * @throws FileAlreadyExistsException if the target exists and must not be replaced
   * @throws IOException if the folder is absent or not writable, the disk is full, or the content
   *     fails; the message names the target, and the target is unchanged
   */
  public static void write(Path target, boolean overwrite, ContentWriter content)
      throws IOException {
    write(target, overwrite, content, channel -> channel);
  }

  /** As above; the wrapper lets a test stand between the content and the disk. */
  static void write(
      Path target,
      boolean overwrite,
      ContentWriter content,
      UnaryOperator<WritableByteChannel> wrapper)
      throws IOException {
    checkWritable(target, overwrite);
    Path absolute = followed(target);
    // Not Files.createTempFile: its owner-only permissions would stay with the finished file.
    Path temporary =
        absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(wrapper.apply(channel));
        channel.force(true);
      }
      if (overwrite) {
        Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(temporary, absolute);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(target);
    } catch (IOException e) {
      throw new IOException(
          "cannot save %s: %s; nothing was changed there%s"
              .formatted(target, reason(e), freeSpace(absolute)),
          e);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(absolute.getParent());
  }

  /**
   * Checks what can be checked before the work that makes the content: call it before a long run.
   *
   * @param target the file to be written
   * @param overwrite whether an existing file may be replaced
   * @throws FileAlreadyExistsException if the target exists and must not be replaced
   * @throws IOException if the target is a folder, or its folder is absent or not writable
   */
  public static void checkWritable(Path target, boolean overwrite) throws IOException {
    Path folder = followed(target).getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException("cannot save " + target + ": it is a folder; expected a file name");
    }
    if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(target);
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "cannot save %s: there is no folder %s; create it first".formatted(target, folder));
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(
          "cannot save %s: the folder %s is not writable".formatted(target, folder));
    }
  }

  /**
   * Finds the file that a path means: a symbolic link stays, and what it leads to is replaced.
   *
   * @param target a file or link, or nothing yet
   * @return an absolute path that is no link, whether or not a file is there
   * @throws FileSystemLoopException if links lead to each other
   */
  public static Path followed(Path target) throws IOException {
    Path at = target.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(target.toString());
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private static FileAlreadyExistsException exists(Path target) {
    return new FileAlreadyExistsException(
        target.toString(),
        null,
        "exists already; choose another output, or allow overwriting it (--force on the command"
            + " line)");
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied"; // its message is only the path
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e instanceof FileSystemException || e.getMessage() == null
        ? e.toString()
        : e.getMessage();
  }

  private static String freeSpace(Path target) {
    try {
      long mebibytes = Files.getFileStore(target.getParent()).getUsableSpace() >> 20;
      return " (" + mebibytes + " MiB are free on that disk)";
    } catch (IOException e) {
      return "";
    }
  }

  /** Makes the move itself durable, where the system can open a folder. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open folders; the file itself has been forced.
    }
  }
}
