package io.github.albertner.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The JDKs of this computer. */
final class Jdks {
  private Jdks() {}

  /**
   * Finds a JDK: the one that runs the tests if it will do, else the one that {@code -Dner.jdk21}
   * names, else one of the environment variables {@code JAVA_HOME...} and {@code JDK...}, else one
   * in a usual place.
   *
   * @param feature least version, such as 21
   * @return its home
   */
  static Optional<Path> atLeast(int feature) {
    return candidates().stream()
        .filter(home -> Files.exists(home.resolve("bin/javac")) && version(home) >= feature)
        .findFirst();
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    if (System.getProperty("ner.jdk21") != null) {
      homes.add(Path.of(System.getProperty("ner.jdk21")));
    }
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().matches("(JAVA_HOME|JDK).*") && !variable.getValue().isBlank()) {
        homes.add(Path.of(variable.getValue()));
      }
    }
    Path user = Path.of(System.getProperty("user.home"));
    homes.addAll(children(Path.of("/usr/lib/jvm")));
    homes.addAll(children(user.resolve(".sdkman/candidates/java")));
    homes.addAll(children(user.resolve(".jdks")));
    for (Path bundle : children(Path.of("/Library/Java/JavaVirtualMachines"))) {
      homes.add(bundle.resolve("Contents/Home"));
    }
    return homes;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the version in the file {@code release}, which every JDK has; 0 if it is not there. */
  private static int version(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version.replaceFirst("^1\\.", "").replace('_', '.')).feature();
  }
}
