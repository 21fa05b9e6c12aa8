package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Whoever gets our jars learns which libraries come with them, and their licences. */
class NoticeIT {
  private static final Path ROOT = Path.of(System.getProperty("ner.root"));
  private static final Pattern VERSION = Pattern.compile("(-cpu|-cu\\d+)?-\\d.*\\.jar$");
  private static final Pattern ENTRY = Pattern.compile("^ {2}- ([^:]+): .*; (Apache-2.0|\\S+)");

  /** The names that lines such as {@code - gson, jna: Google LLC; Apache-2.0} begin with. */
  private static Set<String> named() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(ROOT.resolve("NOTICE"))) {
      var entry = ENTRY.matcher(line);
      if (entry.find()) {
        names.addAll(Arrays.asList(entry.group(1).split(", ", -1)));
      }
    }
    return names;
  }

  @Test
  void everyLibraryOfTheRuntimeClassPathIsNamedAndNoOther() throws IOException {
    Set<String> libraries = new TreeSet<>();
    try (Stream<Path> jars = Files.list(ROOT.resolve("ner-trainer/target/lib"))) {
      jars.map(jar -> VERSION.matcher(jar.getFileName().toString()).replaceFirst(""))
          .filter(name -> !name.startsWith("ner-"))
          .forEach(libraries::add);
    }
    assertTrue(libraries.contains("gson"), libraries.toString());
    assertEquals(libraries, named());
  }

  @Test
  void ourJarsHoldNoticeAndLicences() throws IOException {
    for (String module : List.of("ner-annotator", "ner-trainer")) {
      try (Stream<Path> built = Files.list(ROOT.resolve(module).resolve("target"))) {
        Path jar =
            built
                .filter(
                    file ->
                        file.getFileName().toString().matches(module + "-[^-]+(-SNAPSHOT)?\\.jar"))
                .findFirst()
                .orElseThrow();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          for (String name : List.of("LICENSE", "NOTICE", "THIRD-PARTY-LICENSES")) {
            assertEquals(
                Files.readString(ROOT.resolve(name)),
                new String(
                    zip.getInputStream(zip.getEntry("META-INF/" + name)).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8),
                jar + " " + name);
          }
        }
      }
    }
  }
}
