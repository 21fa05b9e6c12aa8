package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to harm: refused for what they are, by both ways in, in little memory. */
class HostilePackagesTest {
  private static final int MAX_SECONDS = 20; // generous: the machine may be busy

  @TempDir Path folder;

  @Test
  void eachIsRefusedForWhatItIsInLittleMemory() throws Exception {
    Map<String, String> messages = HostilePackages.write(folder);
    Path output = folder.resolve("output");
    // A tenth of what the bombs would fill.
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:MaxDirectMemorySize=64m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileReading.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.destroyForcibly();
    List<String> lines = Files.readAllLines(output);
    assertTrue(ended, lines.toString());
    assertEquals(2 * messages.size(), lines.size(), () -> String.join("\n", lines));
    assertEquals(
        "", String.join("\n", lines.stream().filter(line -> !isRefusal(line, messages)).toList()));
  }

  private static boolean isRefusal(String line, Map<String, String> messages) {
    String[] fields = line.split("\t", 5);
    return fields[3].equals(InvalidModelException.class.getName())
        && fields[4].contains(messages.get(fields[0]))
        && fields[4].length() < 5000
        && Integer.parseInt(fields[2]) < 1000 * MAX_SECONDS;
  }

  @Test
  void namesOfEntriesThatLeadElsewhereAreRefused() throws IOException {
    byte[] entry = Forgery.of(TinyPackages.tiny()).entry();
    for (String name :
        List.of("../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt")) {
      Map<String, byte[]> outer = new LinkedHashMap<>(Forgery.unzip(Forgery.file(entry)));
      outer.put(name, new byte[3]);
      byte[] zip = Forgery.zip(outer);
      Path file = Files.write(folder.resolve("names.bin"), zip);
      InvalidModelException e =
          assertThrows(InvalidModelException.class, () -> ModelPackage.read(file));
      assertTrue(e.getMessage().endsWith("names a place outside of it: " + name), e.getMessage());
      new TokenNameFinderModel(new ByteArrayInputStream(zip)); // a mere key in a map there
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("names.bin")), left.toList());
    }
    assertFalse(Files.exists(folder.resolveSibling("evil.txt")));
  }

  @Test
  void aBombInTheOuterManifestIsRefused() throws IOException {
    Path file = folder.resolve("bomb.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("manifest.properties"));
      HostilePackages.fill(zip, 'a', 64 << 20);
    }
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> ModelPackage.read(file));
    assertTrue(e.getMessage().endsWith("manifest.properties: expected less than 1024 KiB"));
  }

  @Test
  void aZipOfManyEntriesIsRefused() throws IOException {
    Map<String, byte[]> outer = new LinkedHashMap<>();
    for (int i = 0; i < 2000; i++) {
      outer.put("a" + i, new byte[0]);
    }
    Path file = Files.write(folder.resolve("many.bin"), Forgery.zip(outer));
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> ModelPackage.read(file));
    assertTrue(e.getMessage().endsWith("found a zip of 2000 files"), e.getMessage());
  }

  @Test
  void aClassNamedByTheFileIsNeitherLoadedNorMade() throws IOException {
    byte[] entry = Forgery.of(TinyPackages.tiny()).entry();
    Map<String, byte[]> outer = new LinkedHashMap<>(Forgery.unzip(Forgery.file(entry)));
    String manifest = new String(outer.get("manifest.properties"), StandardCharsets.ISO_8859_1);
    outer.put(
        "manifest.properties",
        manifest
            .replace("opennlp.albert.AlbertModelSerializer", HostilePackages.FOREIGN_CLASS)
            .getBytes(StandardCharsets.ISO_8859_1));
    byte[] zip = Forgery.zip(outer);
    Path file = Files.write(folder.resolve("foreign.bin"), zip);
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> ModelPackage.read(file));
    assertEquals(
        file
            + ": this OpenNLP model is read by "
            + HostilePackages.FOREIGN_CLASS
            + "; expected an Albert NER model package",
        e.getMessage());
    RuntimeException theirs =
        assertThrows(
            RuntimeException.class, () -> new TokenNameFinderModel(new ByteArrayInputStream(zip)));
    assertTrue(theirs.getMessage().contains(HostilePackages.FOREIGN_CLASS), theirs.toString());
    assertNull(System.getProperty("canary"));
  }

  @Test
  void aTextTooLongToBeReadAgainIsNotWritten() {
    ModelPackage tiny = TinyPackages.tiny();
    ModelPackage wordy =
        new ModelPackage(
            tiny.config(),
            tiny.labels(),
            tiny.tokenizerJson(),
            tiny.weights(),
            tiny.manifest(),
            "a".repeat(4 << 20));
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> wordy.write(new ByteArrayOutputStream()));
    assertEquals(
        "README.md has 4194304 bytes; a package holds less than 4 MiB of it", e.getMessage());
  }
}
