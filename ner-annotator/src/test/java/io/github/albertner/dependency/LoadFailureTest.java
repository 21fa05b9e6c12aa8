package io.github.albertner.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What systems and JVMs say, word for word, and what becomes of it. */
class LoadFailureTest {
  private static final String LIBTORCH = "/c/pytorch/2.7.1-cpu/libtorch_cpu.so: ";

  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, String> jars = new HashMap<>();
  private List<String> natives = List.of("/lib/pytorch-native-cpu-2.7.1-linux-x86_64.jar");
  private Optional<Path> ownLibtorch = Optional.empty();
  private String platform = "linux-x86_64";

  private Surroundings here(boolean musl) {
    return new Surroundings(
        platform,
        musl,
        Path.of("/c/pytorch"),
        ownLibtorch,
        name -> Optional.ofNullable(settings.get(name)),
        natives,
        type -> Optional.ofNullable(jars.get(type)));
  }

  private String message(Throwable failure) {
    DependencyException e = LoadFailure.explain(failure, here(false));
    assertEquals(failure, e.getCause());
    return e.getMessage();
  }

  private static void assertSays(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), part + " is not in: " + message);
    }
  }

  /** As DJL wraps them. */
  private static Throwable loading(Throwable cause) {
    return new EngineException("Failed to load PyTorch native library", cause);
  }

  private static Throwable unlinked(String message) {
    return loading(new UnsatisfiedLinkError(message));
  }

  static Stream<Arguments> linkers() {
    return Stream.of(
        Arguments.of(
            "/lib64/libc.so.6: version `GLIBC_2.29' not found (required by /c/libc10.so)",
            List.of("glibc", "too old", "GLIBC_2.29", "RHEL 9", "Debian 11")),
        Arguments.of(
            "/lib64/libstdc++.so.6: version `GLIBCXX_3.4.26' not found (required by /c/libc10.so)",
            List.of("libstdc++", "too old", "GLIBCXX_3.4.26")),
        Arguments.of(
            "libstdc++.so.6: cannot open shared object file: No such file or directory",
            List.of("libstdc++.so.6", "install the package", "libstdc++6")),
        Arguments.of(
            LIBTORCH + "failed to map segment from shared object: Operation not permitted",
            List.of("noexec", "/c/pytorch", "DJL_CACHE_DIR")),
        Arguments.of(
            LIBTORCH + "cannot open shared object file: Permission denied",
            List.of("/c/pytorch", "DJL_CACHE_DIR", "right")),
        Arguments.of(
            LIBTORCH + "file too short", List.of("damaged", "delete that folder", "/c/pytorch")),
        Arguments.of(LIBTORCH + "invalid ELF header", List.of("damaged", "/c/pytorch")),
        Arguments.of(
            "/c/pytorch/2.7.1-cpu/0.36.0-libdjl_torch.so: undefined symbol: _ZN3c105ErrorC2E",
            List.of(
                "not of one version",
                "ai.djl:api:0.36.0",
                "ai.djl.pytorch:pytorch-engine:0.36.0",
                "ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0",
                "ai.djl.pytorch:pytorch-native-cpu:2.7.1",
                "linux-x86_64")),
        Arguments.of("something new", List.of("something new", "docs/natives.md")));
  }

  @ParameterizedTest
  @MethodSource("linkers")
  void whatTheLinkerSays(String said, List<String> expected) {
    assertSays(message(unlinked(said)), expected.toArray(String[]::new));
  }

  @Test
  void aLibtorchOfAnotherVersionIsNamedWithItsVariable() {
    ownLibtorch = Optional.of(Path.of("/opt/torch/lib"));
    for (String said :
        List.of("undefined symbol: _ZN3c105ErrorC2E", "wrong ELF class: ELFCLASS32")) {
      assertSays(
          message(unlinked("/opt/torch/lib/libtorch.so: " + said)),
          "/opt/torch/lib",
          "PYTORCH_LIBRARY_PATH",
          "unset",
          "2.7.1");
    }
    assertSays(
        message(
            new EngineException(
                "Cannot copy jni files",
                new IOException(
                    "Resource not found in classpath:"
                        + " jnilib/linux-x86_64/cpu-precxx11/libdjl_torch.so"))),
        "cpu-precxx11",
        "/opt/torch/lib",
        "PYTORCH_FLAVOR=cpu");
  }

  @Test
  void aLibtorchThatTellsItsVersionIsRefusedBeforeItIsLoaded(@TempDir Path folder)
      throws IOException {
    Path libraries = Files.createDirectory(folder.resolve("lib"));
    Files.writeString(libraries.resolve(System.mapLibraryName("torch")), "");
    ownLibtorch = Surroundings.withLibtorch("/no/such/folder:" + libraries);
    assertEquals(Optional.of(libraries), ownLibtorch);
    LoadFailure.requireUsable(here(false));
    Files.writeString(folder.resolve("version.py"), "__all__ = []\n__version__ = '2.5.1+cu124'\n");
    assertSays(
        refusal(false), "2.5.1+cu124", "2.7.1", "PYTORCH_LIBRARY_PATH", libraries.toString());
    Files.writeString(folder.resolve("build-version"), "2.7.1+cpu\n");
    LoadFailure.requireUsable(here(false));
  }

  private String refusal(boolean musl) {
    return assertThrows(DependencyException.class, () -> LoadFailure.requireUsable(here(musl)))
        .getMessage();
  }

  @Test
  void muslIsRefusedUnlessTheUserBringsALibtorch() {
    assertSays(refusal(true), "musl", "Alpine", "glibc 2.29");
    assertTrue(
        Surroundings.namesMusl(
            Stream.of("7f1 r-xp 00000000 08:01 1 /usr/bin/java", "7f2 /lib/ld-musl-x86_64.so.1")));
    assertFalse(Surroundings.namesMusl(Stream.of("7f2 /lib/x86_64-linux-gnu/libc.so.6")));
    ownLibtorch = Optional.of(Path.of("/opt/musl/lib"));
    LoadFailure.requireUsable(here(true));
  }

  @Test
  void foldersThatCannotBeWrittenAreNamedWithTheVariable() {
    for (IOException e :
        List.of(
            new AccessDeniedException("/c/pytorch/tmp12"),
            new FileSystemException("/c/pytorch/tmp12", null, "Read-only file system"),
            new FileSystemException("/c/pytorch/tmp12", null, "Not a directory"),
            new NoSuchFileException("/c"),
            new FileSystemException("/c/pytorch/tmp12/a.so", null, "No space left on device"),
            new IOException("No space left on device"),
            new IOException("Disk quota exceeded"))) {
      String message = message(new EngineException("Failed to extract PyTorch native library", e));
      assertSays(message, "/c/pytorch", "DJL_CACHE_DIR");
      assertFalse(message.contains("/c/pytorch/tmp12, "), message);
      assertEquals(e.getMessage().matches(".*(space|quota).*"), message.contains("448 MB"));
    }
  }

  @Test
  void missingNativesAreNamedWithTheirCoordinates() {
    Throwable failure =
        new EngineException(
            "Failed to save pytorch index file", new IOException("Offline mode is enabled."));
    natives = List.of();
    String coordinates = "ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier linux-x86_64";
    assertSays(message(failure), "not on the class path", coordinates);
    natives = List.of("/lib/pytorch-native-cpu-2.7.1-osx-aarch64.jar");
    assertSays(message(failure), coordinates, "other systems", "osx-aarch64.jar");
    settings.put("PYTORCH_LIBRARY_PATH", "/empty");
    assertSays(message(failure), coordinates, "PYTORCH_LIBRARY_PATH names /empty");
    settings.put("PYTORCH_VERSION", "2.5.1");
    assertSays(message(failure), "PYTORCH_VERSION is 2.5.1", "unset");
    settings.clear();
    platform = "linux-s390x";
    assertSays(message(failure), "no PyTorch 2.7.1 for linux-s390x");
  }

  @Test
  void aMissingBridgeIsNamedWithItsCoordinates() {
    jars.put("ai.djl.engine.Engine", "/app/api-0.30.0.jar");
    assertSays(
        message(
            new EngineException(
                "Cannot download jni files: https://publish.djl.ai/x",
                new IOException("Offline mode is enabled."))),
        "ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0",
        "/app/api-0.30.0.jar");
  }

  @Test
  void nativesOfAnotherVersionAreNamed() {
    natives = List.of("/app/pytorch-native-cpu-2.5.1-linux-x86_64.jar", natives.get(0));
    assertSays(
        message(
            new EngineException(
                "Cannot download jni files: https://publish.djl.ai/pytorch/2.5.1/jnilib/0.36.0/"
                    + "linux-x86_64/cpu/libdjl_torch.so",
                new IOException("Offline mode is enabled."))),
        "2.5.1 first",
        "ai.djl.pytorch:pytorch-native-cpu:2.7.1",
        natives.get(0));
  }

  @Test
  void otherVersionsAreNamedWithTheJarThatHasThem() {
    jars.put("com.google.gson.Gson", "/app/gson-2.2.4.jar");
    assertSays(
        message(new NoSuchMethodError("'JsonElement com.google.gson.JsonParser.parseString(x)'")),
        "com.google.code.gson:gson:2.13.1",
        "/app/gson-2.2.4.jar");
    jars.put("ai.djl.engine.Engine", "/app/api-0.28.0.jar");
    jars.put("ai.djl.pytorch.engine.PtEngine", "/app/pytorch-engine-0.36.0.jar");
    assertSays(
        message(loading(new NoClassDefFoundError("ai/djl/util/StringPair"))),
        "ai.djl:api:0.36.0",
        "/app/api-0.28.0.jar",
        "/app/pytorch-engine-0.36.0.jar");
    assertSays(
        message(new NoClassDefFoundError("com/google/protobuf/CodedInputStream")),
        "com.google.protobuf:protobuf-java:4.31.1 is not on the class path");
    assertSays(
        message(new NoSuchMethodError("'void org.example.Other.none()'")),
        "org.example.Other.none",
        "another version",
        "docs/natives.md");
    jars.put("com.sun.jna.Native", "/app/jna-4.1.0.jar");
    assertSays(
        message(
            loading(
                new Error("There is an incompatible JNA native library installed on this system"))),
        "net.java.dev.jna:jna:5.17.0",
        "/app/jna-4.1.0.jar",
        "jna.tmpdir");
  }

  @Test
  void anotherApplicationThatHoldsTheNativesIsToldOf() {
    Error first =
        new UnsatisfiedLinkError("Native Library /x.so already loaded in another classloader");
    Error later = new NoClassDefFoundError("Could not initialize class x.LibUtils");
    later.initCause(new ExceptionInInitializerError("Exception " + first));
    for (Error error : List.of(first, later)) {
      assertSays(
          message(error), "another class loader of this JVM", "where applications share them");
    }
  }

  @Test
  void theVersionsNamedAreThoseOnTheClassPath() {
    assertEquals(Engine.getDjlVersion(), Library.DJL_VERSION);
    List<String> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(path -> Path.of(path).getFileName().toString())
            .toList();
    Stream.concat(
            Library.ALL.stream()
                .flatMap(library -> library.jars().stream())
                .map(Library.Jar::coordinates),
            Stream.of(Library.BRIDGE))
        .map(coordinates -> coordinates.replaceFirst("^[^:]+:", "").replace(':', '-') + ".jar")
        .forEach(jar -> assertTrue(classPath.contains(jar), jar + " is not in " + classPath));
  }
}
