package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("f");
    AtomicFile.write(file, false, text("one"));
    assertEquals("one", Files.readString(file));
    AtomicFile.write(file, true, text("two"));
    assertEquals("two", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void existingFileIsRefused() throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "old");
    IOException e =
        assertThrows(
            FileAlreadyExistsException.class, () -> AtomicFile.write(file, false, text("new")));
    assertTrue(e.getMessage().startsWith(file + ": exists already; choose another output"));
    assertEquals("old", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void aFileThatAppearsMeanwhileIsKept() throws IOException {
    Path file = folder.resolve("f");
    assertThrows(
        FileAlreadyExistsException.class,
        () ->
            AtomicFile.write(
                file,
                false,
                target -> {
                  Files.writeString(file, "faster");
                  text("new").writeTo(target);
                }));
    assertEquals("faster", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void fullDiskLeavesTheOldFileAndNoTemporary() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this system has no /dev/full");
    Path file = folder.resolve("model.bin");
    Files.writeString(file, "old");
    try (FileChannel device = FileChannel.open(full, StandardOpenOption.WRITE)) {
      IOException e =
          assertThrows(
              IOException.class,
              () -> AtomicFile.write(file, true, text("new"), channel -> device));
      assertTrue(
          e.getMessage()
              .startsWith(
                  "cannot save " + file + ": No space left on device; nothing was changed there ("),
          e.getMessage());
    }
    assertEquals("old", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void aDiskThatFillsUpWhileAPackageIsWrittenLeavesNothing() throws IOException {
    Path file = folder.resolve("model.bin");
    ModelPackage tiny = TinyPackages.tiny();
    for (int room = 0; room < 6_000; room += 500) {
      int limit = room;
      IOException e =
          assertThrows(
              IOException.class,
              () ->
                  AtomicFile.write(
                      file,
                      false,
                      channel -> PackageWriter.writeFile(tiny, channel),
                      channel -> new SmallDisk(channel, limit)));
      assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
      assertOnly();
    }
  }

  @Test
  void failingContentLeavesNothing() throws IOException {
    Path file = folder.resolve("f");
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFile.write(
                file,
                false,
                target -> {
                  text("half").writeTo(target);
                  throw new IllegalStateException("bug");
                }));
    assertOnly();
  }

  @Test
  void absentFolderIsNamed() {
    Path file = folder.resolve("no/f");
    IOException e = assertThrows(IOException.class, () -> AtomicFile.write(file, true, text("x")));
    assertEquals(
        "cannot save %s: there is no folder %s; create it first".formatted(file, file.getParent()),
        e.getMessage());
  }

  @Test
  void folderAsTargetIsRefused() {
    IOException e = assertThrows(IOException.class, () -> AtomicFile.checkWritable(folder, true));
    assertTrue(e.getMessage().endsWith("it is a folder; expected a file name"), e.getMessage());
  }

  @Test
  void unwritableFolderIsNamed() {
    Path proc = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(proc), "this system has no /proc");
    IOException e =
        assertThrows(
            IOException.class, () -> AtomicFile.write(proc.resolve("model.bin"), true, text("x")));
    assertTrue(e.getMessage().startsWith("cannot save /proc/self/model.bin: "), e.getMessage());
  }

  private void assertOnly(Path... expected) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(List.of(expected), files.toList());
    }
  }

  private static ContentWriter text(String text) {
    return target -> target.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Takes so many bytes, then fails as a full disk does. */
  private static final class SmallDisk implements WritableByteChannel {
    private final WritableByteChannel disk;
    private int room;

    SmallDisk(WritableByteChannel disk, int room) {
      this.disk = disk;
      this.room = room;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      if (source.remaining() > room) {
        throw new IOException("No space left on device");
      }
      room -= source.remaining();
      return disk.write(source);
    }

    @Override
    public boolean isOpen() {
      return disk.isOpen();
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }

  @Test
  void aLinkStaysAndWhatItLeadsToIsReplaced(@TempDir Path links) throws IOException {
    Path real = Files.writeString(Files.createDirectory(links.resolve("a")).resolve("real"), "old");
    Path link = Files.createSymbolicLink(links.resolve("link"), Path.of("a/real"));
    Path chain = Files.createSymbolicLink(links.resolve("chain"), link);
    Path dangling = Files.createSymbolicLink(links.resolve("dangling"), Path.of("a/none"));
    Path loop = Files.createSymbolicLink(links.resolve("loop"), Path.of("loop"));
    for (Path path : List.of(link, chain, dangling)) {
      assertThrows(
          FileAlreadyExistsException.class, () -> AtomicFile.write(path, false, text("new")));
      AtomicFile.write(path, true, text(path.getFileName().toString()));
      assertTrue(Files.isSymbolicLink(path));
    }
    assertEquals("chain", Files.readString(real));
    assertEquals("dangling", Files.readString(links.resolve("a/none")));
    assertThrows(IOException.class, () -> AtomicFile.write(loop, true, text("new")));
  }
}
