package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our jar on the module path, and beside libraries that are not as they should be. */
class LibrariesIT {
  private static final String MAIN = "org.example.modular.FindNames";

  private final Path jdk = Jdks.atLeast(17).orElseThrow();

  @TempDir private Path folder;

  private Path classes;
  private Path jar;
  private List<Path> libraries;

  @BeforeEach
  void compile() throws Exception {
    List<Path> ours = Hosts.ours();
    jar = ours.get(0);
    libraries = ours.subList(1, ours.size());
    classes = folder.resolve("classes");
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/javac").toString());
    command.addAll(List.of("-d", classes.toString(), "-p", jar.toString()));
    try (Stream<Path> files = Files.walk(Hosts.resources("hosts/modular"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
    }
    JavaProcess.Ended ended = JavaProcess.run(command);
    assertEquals(0, ended.code(), ended.err());
  }

  private JavaProcess.Ended run(List<Path> beside, String... options) throws Exception {
    List<Path> classPath = new ArrayList<>(List.of(classes, jar));
    classPath.addAll(beside);
    return JavaProcess.run(jdk, List.of(options), classPath, List.of(MAIN));
  }

  private List<Path> without(String name) {
    return libraries.stream()
        .filter(library -> !library.getFileName().toString().startsWith(name))
        .toList();
  }

  private static void assertFinds(JavaProcess.Ended ended, boolean inModule) {
    assertEquals(0, ended.code(), ended.err());
    assertEquals(
        List.of(
            "person Angela Merkel",
            "location Paris",
            "in a module: " + inModule,
            "ai.djl.offline: null"),
        ended.out().lines().toList());
  }

  /** As docs/natives.md says. */
  @Test
  void oursOnTheModulePathAndTheRestOnTheClassPath() throws Exception {
    assertFinds(
        JavaProcess.run(
            jdk,
            List.of("-p", JavaProcess.join(List.of(classes, jar))),
            libraries,
            List.of("-m", "org.example.modular/" + MAIN)),
        true);
  }

  @Test
  void aJarThatLostItsServiceFilesWorks() throws Exception {
    List<Path> merged = new ArrayList<>();
    for (Path library : libraries) {
      merged.add(
          library.getFileName().toString().startsWith("pytorch-engine")
              ? withoutServices(library)
              : library);
    }
    assertFinds(run(merged), false);
  }

  private Path withoutServices(Path library) throws IOException {
    Path target = folder.resolve("merged.jar");
    try (InputStream in = Files.newInputStream(library);
        ZipInputStream from = new ZipInputStream(in);
        OutputStream out = Files.newOutputStream(target);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry e = from.getNextEntry(); e != null; e = from.getNextEntry()) {
        if (!e.getName().startsWith("META-INF/services/")) {
          to.putNextEntry(new ZipEntry(e.getName()));
          from.transferTo(to);
        }
      }
    }
    return target;
  }

  @Test
  void whatIsMissingIsNamedWithItsCoordinates() throws Exception {
    String empty = "-DDJL_CACHE_DIR=" + folder.resolve("cache");
    assertFails(run(without("pytorch-native"), empty), "ai.djl.pytorch:pytorch-native-cpu:2.7.1");
    assertFails(run(without("gson"), empty), "com.google.code.gson:gson:2.13.1");
    assertFails(run(without("pytorch-engine"), empty), "ai.djl.pytorch:pytorch-engine:0.36.0");
    assertFails(run(without("api"), empty), "ai.djl:api:0.36.0");
  }

  private static void assertFails(JavaProcess.Ended ended, String expected) {
    assertEquals(1, ended.code(), ended.err());
    String thrown =
        ended.err().lines().filter(line -> line.startsWith("Exception in")).findFirst().get();
    assertTrue(thrown.contains("DependencyException: "), ended.err());
    assertTrue(thrown.contains(expected), ended.err());
  }
}
