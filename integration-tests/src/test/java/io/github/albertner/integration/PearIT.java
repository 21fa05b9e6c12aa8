package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.uima.pear.tools.PackageCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine as a PEAR: UIMA's installer in one JVM, the installed descriptor in another. */
class PearIT {
  private static final Path JDK = Jdks.atLeast(17).orElseThrow();

  /** As the programs divide the text. */
  private static final int SENTENCES_IN_DOCUMENT = 5;

  @TempDir private Path folder;

  private Path text;

  @BeforeEach
  void write() throws IOException {
    text = PlainText.write(folder);
  }

  /** The PEAR of the profile "pear", whose engine has a model of its own. */
  private static Path built() {
    String pear = System.getProperty("ner.pear");
    assumeTrue(pear != null, "the PEAR is made, and this test runs, with mvn -Ppear verify");
    return Path.of(pear);
  }

  /** Makes a PEAR with UIMA's own tool, of our jar without those that it needs. */
  private Path ofOurJarAlone() throws Exception {
    Path content = folder.resolve("content");
    Path jar = Hosts.ours().get(0);
    copy(jar, content.resolve("lib"));
    for (String name : List.of("NerAnnotator.xml", "NerTypeSystem.xml")) {
      copy(Hosts.descriptors().resolve(name), content.resolve("desc"));
    }
    PackageCreator.generatePearPackage(
        "small",
        "desc/NerAnnotator.xml",
        "$main_root/lib/" + jar.getFileName(),
        null,
        content.toString(),
        folder.toString(),
        new Properties());
    return folder.resolve("small.pear");
  }

  private static void copy(Path file, Path target) throws IOException {
    Files.copy(file, Files.createDirectories(target).resolve(file.getFileName()));
  }

  private List<Path> host(String version) throws Exception {
    List<Path> uima = Hosts.application("uima-" + version);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Hosts.compile(JDK, "hosts/uimaj", uima, classes);
    List<Path> classPath = new ArrayList<>(uima);
    classPath.add(classes);
    Hosts.compile(JDK, "hosts/pear", classPath, classes);
    return classPath;
  }

  private static JavaProcess.Ended run(List<Path> classPath, Object... mainAndArguments)
      throws Exception {
    return JavaProcess.run(
        JDK, classPath, List.of(mainAndArguments).stream().map(Object::toString).toList());
  }

  /** Returns the descriptor that the installer writes. */
  private String install(List<Path> classPath, Path pear, boolean verify) throws Exception {
    Path target = Files.createDirectory(folder.resolve("installed"));
    JavaProcess.Ended ended = run(classPath, "InstallPear", pear, target, verify);
    assertEquals(0, ended.code(), ended.err());
    return ended.out();
  }

  private static void assertFinds(JavaProcess.Ended ended, Path model, int networks)
      throws IOException {
    assertEquals(0, ended.code(), ended.err());
    List<String> lines = ended.out().lines().toList();
    List<Answers.Run> runs =
        Answers.parse(
            String.join("\n", lines.stream().filter(line -> !line.startsWith("count ")).toList()));
    assertEquals(2, runs.size(), "engines");
    Answers expected =
        Answers.ofTagger(model, PlainText.SENTENCES)
            .inTexts(PlainText.SENTENCES, SENTENCES_IN_DOCUMENT);
    assertTrue(expected.names().size() > 20, "many names");
    for (Answers.Run run : runs) {
      run.answers().assertSameNames(expected, run.title());
    }
    assertEquals(
        List.of("count 2 " + networks, "count 2 0"),
        lines.subList(lines.size() - 2, lines.size()),
        "engines and networks, before and after destroy");
  }

  private Path tinyModel() throws IOException {
    Path model = folder.resolve("model.bin");
    TinyModels.bio().write(model, false);
    return model;
  }

  @ParameterizedTest(name = "UIMA {0}")
  @ValueSource(strings = {"2.10.4", "3.6.1"})
  void pearsOfOurJarAloneUseTheEngineOfTheApplication(String version) throws Exception {
    Path model = tinyModel();
    List<Path> classPath = host(version);
    String descriptor = install(classPath, ofOurJarAlone(), false);
    List<Path> withEngine = new ArrayList<>(classPath);
    withEngine.addAll(Hosts.ours().subList(1, Hosts.ours().size()));
    assertFinds(run(withEngine, "RunPear", descriptor, text, "same", model), model, 1);
    assertFinds(run(withEngine, "RunPear", descriptor, text, "own", model), model, 2);
  }

  @ParameterizedTest(name = "UIMA {0}")
  @ValueSource(strings = {"2.9.0", "2.10.4", "3.5.0", "3.6.1"})
  void theBuiltPearIsVerifiedAndRunsWithItsOwnModel(String version) throws Exception {
    List<Path> classPath = host(version);
    String descriptor = install(classPath, built(), true);
    JavaProcess.Ended ended = run(classPath, "RunPear", descriptor, text, "same");
    assertFinds(ended, Hosts.defaultModel(), 1);
  }

  /** Our CPE descriptor with the PEAR in place of the aggregate. */
  @ParameterizedTest(name = "UIMA {0}")
  @ValueSource(strings = {"2.10.4", "3.6.1"})
  void theBuiltPearSharesOneNetworkBetweenTheThreadsOfACpe(String version) throws Exception {
    List<Path> classPath = host(version);
    String descriptor = install(classPath, built(), false);
    String ours = Files.readString(Hosts.descriptors().resolve("NerCpe.xml"));
    String withPear =
        ours.replace(
            "name=\"io.github.albertner.uima.OpenNlpAndNer\"",
            "location=\"%s\"".formatted(Path.of(descriptor).toUri()));
    assertNotEquals(ours, withPear);
    Path cpe = Files.writeString(folder.resolve("cpe.xml"), withPear);
    Path input = XmiDocuments.writeTexts(Files.createDirectory(folder.resolve("input")));
    Path output = folder.resolve("output");
    JavaProcess.Ended ended = run(classPath, "RunCpe", cpe, "default", input, output, 4);
    assertEquals(0, ended.code(), ended.err());
    assertEquals(List.of("count 4 1", "left 0"), ended.out().lines().toList());
    try (Stream<Path> files = Files.list(output.resolve("4"))) {
      assertEquals(12, files.count(), "documents");
    }
  }

  @ParameterizedTest(name = "UIMA {0}")
  @ValueSource(strings = {"2.10.4", "3.6.1"})
  void theBuiltPearInASecondClassLoaderIsToldWhyItFails(String version) throws Exception {
    List<Path> classPath = host(version);
    String descriptor = install(classPath, built(), false);
    JavaProcess.Ended ended = run(classPath, "RunPear", descriptor, text, "own", tinyModel());
    assertNotEquals(0, ended.code());
    assertTrue(ended.out().contains("run engine1"), ended.out());
    assertTrue(
        ended.err().contains("the native libraries are in use by another class loader of this JVM"),
        ended.err());
  }
}
