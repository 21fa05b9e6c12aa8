package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one jar of the profile "drop-in", in place of ours and those beside it. */
class DropInJarIT {
  private static final List<List<String>> SENTENCES = Sentences.of(40);

  @TempDir private Path folder;

  private Path jar;

  @BeforeEach
  void find() {
    String property = System.getProperty("ner.dropIn");
    assumeTrue(property != null, "the jar is made, and this test runs, with mvn -Pdrop-in verify");
    jar = Path.of(property);
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @CsvSource({"1.9.4, slf4j-api-1.7.36.jar", "2.3.3, ", "2.5.11, "})
  void aLegacyApplicationNeedsNoOther(String version, String slf4j) throws Exception {
    List<Path> host = new ArrayList<>(Hosts.openNlp(version));
    if (slf4j != null) {
      // Of the application's log; OpenNLP of that time has none.
      Hosts.openNlp("2.3.3").stream().filter(file -> file.endsWith(slf4j)).forEach(host::add);
      assertEquals(2, host.size(), host.toString());
    }
    Path model = folder.resolve("en-ner.bin");
    TinyModels.bio().write(model, false);
    Path articles = folder.resolve("articles");
    Answers.write(articles, SENTENCES, 10);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path jdk = Jdks.atLeast(17).orElseThrow();
    Hosts.compile(jdk, "legacy", host, classes);
    List<Path> classPath = new ArrayList<>(List.of(classes, jar));
    classPath.addAll(host);
    JavaProcess.Ended ended =
        JavaProcess.run(
            jdk,
            classPath,
            List.of("org.example.archive.TagArticles", model.toString(), articles.toString()));
    assertEquals(0, ended.code(), ended.err());
    List<Answers.Run> runs = Answers.parse(ended.out());
    assertEquals(4, runs.size(), "constructors");
    Answers expected = Answers.ofTagger(model, SENTENCES);
    for (Answers.Run run : runs) {
      run.answers().assertAre(expected, run.title());
    }
  }

  @Test
  void bringsNoClassThatAnApplicationMayHaveInAnotherVersion() throws Exception {
    try (JarFile content = new JarFile(jar.toFile())) {
      List<String> classes =
          content.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")).toList();
      assertTrue(classes.contains("opennlp/albert/AlbertModelSerializer.class"));
      List<String> foreign =
          classes.stream()
              .filter(name -> !name.matches("(io/github/albertner|opennlp/albert|ai/djl)/.*"))
              .filter(name -> !name.startsWith("com/sun/jna/"))
              .toList();
      assertEquals(List.of(), foreign);
    }
  }
}
