package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.albertner.NerTagger;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import opennlp.albert.train.AlbertTrainer;

/** The programs that ours is dropped into, and what is dropped. */
final class Hosts {
  private static final Path ROOT = Path.of(System.getProperty("ner.root"));

  private Hosts() {}

  /** Returns the jars of a version of OpenNLP, which the build has copied. */
  static List<Path> openNlp(String version) throws IOException {
    return jarsIn(ROOT.resolve("integration-tests/target/hosts/opennlp-" + version));
  }

  /** Returns the jars of an application that calls OpenNLP, with OpenNLP's. */
  static List<Path> application(String nameAndVersion) throws IOException {
    return jarsIn(ROOT.resolve("integration-tests/hosts/target").resolve(nameAndVersion));
  }

  /** Returns cTAKES' jars, with all that Maven gives an application which depends on it. */
  static List<Path> cTakes(String version) throws IOException {
    return jarsIn(ROOT.resolve("integration-tests/hosts/ctakes-" + version + "/target/lib"));
  }

  /** Returns our jar and what must lie beside it. */
  static List<Path> ours() throws IOException, URISyntaxException {
    Path jar = jarOf(NerTagger.class);
    List<Path> jars = new ArrayList<>(List.of(jar));
    jars.addAll(jarsIn(jar.resolveSibling("lib")));
    return jars;
  }

  /**
   * Returns our trainer's jar and what must lie beside it, without what the host brings: OpenNLP,
   * and models that only our command line needs.
   */
  static List<Path> trainer() throws IOException, URISyntaxException {
    Path jar = jarOf(AlbertTrainer.class);
    List<Path> jars = new ArrayList<>(List.of(jar));
    for (Path library : jarsIn(jar.resolveSibling("lib"))) {
      if (!library.getFileName().toString().startsWith("opennlp-")) {
        jars.add(library);
      }
    }
    return jars;
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Returns the folder of our UIMA descriptors. */
  static Path descriptors() {
    return ROOT.resolve("descriptors");
  }

  /** Returns the package that our jar has for those who name none. */
  static Path defaultModel() {
    return ROOT.resolve("models/english.bin");
  }

  /** Returns a folder of the test resources. */
  static Path resources(String name) {
    return ROOT.resolve("integration-tests/src/test/resources").resolve(name);
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      assertFalse(jars.isEmpty(), folder + " has no jars");
      return jars;
    }
  }

  /**
   * Compiles an application against a host alone.
   *
   * @param jdk its home
   * @param sources a folder of the test resources
   * @param target where the classes go
   */
  static void compile(Path jdk, String sources, List<Path> classPath, Path target)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/javac").toString());
    command.addAll(List.of("-encoding", "UTF-8", "-proc:none", "-d", target.toString()));
    command.addAll(List.of("-cp", JavaProcess.join(classPath)));
    try (Stream<Path> files = Files.walk(resources(sources))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
    }
    JavaProcess.Ended ended = JavaProcess.run(command);
    assertEquals(0, ended.code(), ended.err());
  }
}
