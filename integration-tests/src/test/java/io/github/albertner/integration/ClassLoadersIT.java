package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where our jars may lie in a container such as Tomcat: ours beside opennlp-tools, and the engine
 * where it is loaded once.
 */
class ClassLoadersIT {
  private static final List<List<String>> SENTENCES = Sentences.of(20);

  @TempDir private Path folder;
  private Path model;
  private List<Path> openNlp;
  private Path application;

  private void prepare(String version) throws Exception {
    model = folder.resolve("en-ner.bin");
    TinyModels.bio().write(model, false);
    Answers.write(folder.resolve("articles"), SENTENCES, 5);
    openNlp = Hosts.openNlp(version);
    application = Files.createDirectory(folder.resolve("application"));
    Hosts.compile(Jdks.atLeast(17).orElseThrow(), "legacy", openNlp, application);
    Path container = Files.createDirectory(folder.resolve("container"));
    Hosts.compile(Jdks.atLeast(17).orElseThrow(), "hosts/layout", openNlp, container);
  }

  private JavaProcess.Ended run(String context, List<Path> shared, List<Path> own)
      throws Exception {
    return run(context, shared, own, 1);
  }

  private JavaProcess.Ended run(String context, List<Path> shared, List<Path> own, int count)
      throws Exception {
    List<Path> ofApplication = new ArrayList<>(List.of(application));
    ofApplication.addAll(own);
    return JavaProcess.run(
        Jdks.atLeast(17).orElseThrow(),
        List.of(folder.resolve("container")),
        List.of(
            "Container",
            context,
            JavaProcess.join(shared),
            JavaProcess.join(ofApplication),
            Integer.toString(count),
            "org.example.archive.TagArticles",
            model.toString(),
            folder.resolve("articles").toString()));
  }

  private static List<Path> both(List<Path> one, List<Path> other) {
    List<Path> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private void assertWorks(JavaProcess.Ended ended) throws Exception {
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("run "), ended.out());
    Answers expected = Answers.ofTagger(model, SENTENCES);
    assertTrue(expected.names().size() > 20, "many names");
    for (Answers.Run run : Answers.parse(ended.out())) {
      run.answers().assertAre(expected, run.title());
    }
  }

  private static void assertFails(JavaProcess.Ended ended, String message) {
    assertNotEquals(0, ended.code());
    assertTrue(ended.err().contains(message), ended.err());
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11"})
  void bothWithTheApplicationWork(String version) throws Exception {
    prepare(version);
    assertWorks(run("application", List.of(), both(openNlp, Hosts.ours())));
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11"})
  void bothWithTheApplicationWorkInAThreadOfTheContainers(String version) throws Exception {
    prepare(version);
    assertWorks(run("container", List.of(), both(openNlp, Hosts.ours())));
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11"})
  void bothSharedByAllApplicationsWork(String version) throws Exception {
    prepare(version);
    JavaProcess.Ended ended = run("application", both(openNlp, Hosts.ours()), List.of(), 2);
    assertWorks(ended);
    long runs = ended.out().lines().filter(line -> line.startsWith("run ")).count();
    assertEquals(2 * 4, runs, "of two applications with four constructors each");
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11"})
  void theEngineSharedAndBothWithEachOfTwoApplicationsWork(String version) throws Exception {
    prepare(version);
    List<Path> engine = Hosts.ours().subList(1, Hosts.ours().size());
    JavaProcess.Ended ended =
        run("application", engine, both(openNlp, Hosts.ours().subList(0, 1)), 2);
    assertWorks(ended);
    long runs = ended.out().lines().filter(line -> line.startsWith("run ")).count();
    assertEquals(2 * 4, runs, "of two applications with four constructors each");
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11"})
  void aSecondApplicationWithACopyOfItsOwnIsToldWhy(String version) throws Exception {
    prepare(version);
    JavaProcess.Ended ended = run("application", List.of(), both(openNlp, Hosts.ours()), 2);
    assertTrue(ended.out().contains("run URL"), "the first application found its names");
    assertFails(
        ended,
        "io.github.albertner.dependency.DependencyException: the native libraries are in use by"
            + " another class loader of this JVM");
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11"})
  void openNlpSharedAndOursWithTheApplicationFail(String version) throws Exception {
    prepare(version);
    assertFails(
        run("application", openNlp, Hosts.ours()),
        "opennlp.tools.util.ext.ExtensionNotLoadedException: Unable to find implementation for"
            + " opennlp.tools.util.model.ArtifactSerializer, the class or service"
            + " opennlp.albert.AlbertModelSerializer could not be located!");
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11"})
  void oursSharedAndOpenNlpWithTheApplicationFail(String version) throws Exception {
    prepare(version);
    assertFails(
        run("application", Hosts.ours(), openNlp),
        "java.lang.NoClassDefFoundError: opennlp/tools/util/model/ArtifactSerializer");
  }
}
