package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
  @TempDir private Path root;

  private Path natives;

  @BeforeEach
  void fill() throws IOException {
    natives = Files.createDirectory(root.resolve("2.7.1-cpu-linux-x86_64"));
    Files.writeString(natives.resolve(System.mapLibraryName("torch")), "libtorch");
  }

  private Path leave(String name, Instant when) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    Path file = Files.writeString(folder.resolve("libtorch_cpu.so"), "half of it");
    Files.setLastModifiedTime(file, FileTime.from(when));
    Files.setLastModifiedTime(folder, FileTime.from(when));
    return folder;
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(path -> root.relativize(path).toString())
          .filter(name -> !name.isEmpty() && !name.endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void removesWhatAKilledUnpackingLeftAndNothingElse() throws IOException {
    List<String> before = entries();
    leave("tmp4711", Instant.now().minusSeconds(60));
    Path bridge = Files.writeString(natives.resolve("jni42tmp"), "half of it");
    Files.setLastModifiedTime(bridge, FileTime.from(Instant.now().minusSeconds(60)));
    Files.createDirectory(root.resolve("tmp-of-another"));
    NativeCache.open(root).close();
    Files.delete(root.resolve("tmp-of-another"));
    assertEquals(before, entries());
  }

  @Test
  void leavesAnUnpackingThatIsAtWork() throws Exception {
    Path folder = leave("tmp4711", Instant.now());
    Path file = folder.resolve("libtorch_cpu.so");
    Thread worker =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 50 && !Thread.interrupted(); i++) {
                  Files.writeString(file, "part " + i);
                  Thread.sleep(20);
                }
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    worker.start();
    NativeCache.open(root).close();
    assertTrue(Files.exists(file));
    worker.interrupt();
    worker.join();
  }

  @Test
  void nothingIsWrittenWhereNothingIsToDo() throws IOException {
    NativeCache.open(root).close();
    assertFalse(Files.exists(root.resolve("unpacking.lock")));
  }

  @Test
  void aCacheThatCannotBeMadeIsNoError() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    NativeCache.open(file.resolve("pytorch")).close();
  }

  @Test
  void othersMayReadTheNativesIfTheyMayReadTheCache() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this system has no such permissions");
    Path bridge = Files.writeString(natives.resolve("0.36.0-libdjl_torch.so"), "bridge");
    assertEquals("rwx------ rw-------", sharedIn("rwx------", bridge));
    assertEquals("rwxr-x--- rw-r-----", sharedIn("rwxr-x---", bridge));
    assertEquals("rwxr-xr-x rw-r--r--", sharedIn("rwxrwxrwx", bridge));
  }

  private String sharedIn(String cache, Path bridge) throws IOException {
    Files.setPosixFilePermissions(natives, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(bridge, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(cache));
    try (NativeCache opened = NativeCache.open(root)) {
      opened.share(natives);
    }
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(natives))
        + " "
        + PosixFilePermissions.toString(Files.getPosixFilePermissions(bridge));
  }

  @Test
  void aLibtorchElsewhereKeepsItsPermissions(@TempDir Path elsewhere) throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this system has no such permissions");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
    try (NativeCache opened = NativeCache.open(root)) {
      opened.share(elsewhere);
    }
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)));
  }
}
