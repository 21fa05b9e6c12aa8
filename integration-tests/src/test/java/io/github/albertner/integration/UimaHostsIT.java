package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.LabelSet;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine on four versions of UIMA, with and without uimaFIT, each in a JVM of its own. */
class UimaHostsIT {
  private static final List<Integer> THREADS = List.of(1, 2, 4);

  /** As the programs divide the text. */
  private static final int SENTENCES_IN_DOCUMENT = 5;

  /** Where a program counts engines and networks. */
  private static final String COUNT = "count ";

  @TempDir private static Path folder;

  private static Path model;
  private static Path text;
  private static Answers expected;
  private static Path jdk;

  @BeforeAll
  static void writeAndTag() throws IOException {
    jdk = Jdks.atLeast(17).orElseThrow();
    model = folder.resolve("model.bin");
    TinyModels.of(LabelSet.bioOf(List.of("Person", "Location")), 4).write(model, false);
    text = PlainText.write(folder);
    expected =
        Answers.ofTagger(model, PlainText.SENTENCES)
            .inTexts(PlainText.SENTENCES, SENTENCES_IN_DOCUMENT);
    assertTrue(expected.names().size() > 100, "many names");
  }

  private static List<Path> compiled(String program, List<Path> classPath) throws Exception {
    Path classes = Files.createTempDirectory(folder, program);
    Hosts.compile(jdk, "hosts/" + program, classPath, classes);
    List<Path> all = new ArrayList<>(List.of(classes, Hosts.resources("hosts/" + program)));
    all.addAll(classPath);
    return all;
  }

  private static String run(List<Path> classPath, String main, Object... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(main));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    JavaProcess.Ended ended = JavaProcess.run(jdk, classPath, command);
    assertEquals(0, ended.code(), ended.err());
    return ended.out();
  }

  private static void assertFound(String out, List<String> titles) {
    List<Answers.Run> runs =
        Answers.parse(
            String.join("\n", out.lines().filter(line -> !line.startsWith(COUNT)).toList()));
    assertEquals(titles, runs.stream().map(Answers.Run::title).toList());
    for (Answers.Run run : runs) {
      run.answers().assertSameNames(expected, run.title());
    }
  }

  /** With each number of threads there must be that many engines at least, and one network. */
  private static void assertOneNetwork(String out) {
    List<String[]> counts =
        out.lines().filter(line -> line.startsWith(COUNT)).map(line -> line.split(" ")).toList();
    assertEquals(THREADS.size(), counts.size(), out);
    for (int i = 0; i < counts.size(); i++) {
      int engines = Integer.parseInt(counts.get(i)[1]);
      assertTrue(engines >= THREADS.get(i), engines + " engines");
      assertEquals("1", counts.get(i)[2], "networks");
    }
  }

  @ParameterizedTest(name = "UIMA {0}")
  @ValueSource(strings = {"2.9.0", "2.10.4", "3.5.0", "3.6.1"})
  void withoutUimaFit(String version) throws Exception {
    List<Path> classPath = compiled("uimaj", Hosts.application("uima-" + version));
    classPath.addAll(Hosts.ours());
    String out =
        run(
            classPath,
            "RunDescriptor",
            text,
            model,
            Hosts.descriptors().resolve("NerAnnotator.xml").toUri());
    assertFound(out, List.of("read", "name", "location"));
  }

  @ParameterizedTest(name = "UIMA {0}, uimaFIT {1}")
  @CsvSource({"2.9.0, 2.2.0", "2.10.4, 2.4.0", "3.5.0, 3.4.0", "3.6.1, 3.6.1"})
  void withUimaFit(String version, String uimaFit) throws Exception {
    List<Path> classPath = compiled("uimaj", Hosts.application("uima-" + version));
    // The application's libraries come first, as the worst case: of them commons-io is much older.
    classPath.addAll(Hosts.application("uimafit-" + uimaFit));
    classPath.addAll(Hosts.ours());
    List<Path> withModel = compiled("uimafit" + uimaFit.charAt(0), classPath);
    String out = run(compiled("uimafit", withModel), "RunUimaFit", text, model);
    List<String> titles =
        new ArrayList<>(List.of("SimplePipeline", "SharedResource", "CpePipeline"));
    THREADS.forEach(threads -> titles.add("CpeBuilder" + threads));
    assertFound(out, titles);
    assertOneNetwork(out);
  }

  /** Our CPE descriptor: text files, OpenNLP's sentences and tokens, our engine, XMI files. */
  @ParameterizedTest(name = "UIMA {0}, OpenNLP {1}")
  @CsvSource({"2.9.0, 1.9.4", "2.10.4, 1.9.4", "3.5.0, 2.5.7", "3.6.1, 2.5.7"})
  void ourCollectionProcessingEngineWithOpenNlpsEngines(String version, String openNlp)
      throws Exception {
    Path input = XmiDocuments.writeTexts(Files.createTempDirectory(folder, "input"));
    Path output = Files.createTempDirectory(folder, "output");
    List<Path> classPath = compiled("uimaj", Hosts.application("uima-" + version));
    Hosts.application("opennlp-uima-" + openNlp).stream()
        .filter(jar -> jar.getFileName().toString().startsWith("opennlp-"))
        .forEach(classPath::add);
    classPath.addAll(Hosts.application("opennlp-models-1.0.0"));
    classPath.addAll(Hosts.ours());
    List<Object> arguments =
        new ArrayList<>(List.of(Hosts.descriptors().resolve("NerCpe.xml"), model, input, output));
    arguments.addAll(THREADS);
    String out = run(classPath, "RunCpe", arguments.toArray());
    assertOneNetwork(out);
    List<String> left = out.lines().filter(line -> line.startsWith("left ")).toList();
    assertEquals(Collections.nCopies(THREADS.size(), "left 0"), left, "networks after the end");
    for (int threads : THREADS) {
      XmiDocuments.assertTagged(output.resolve(Integer.toString(threads)), model);
    }
  }
}
