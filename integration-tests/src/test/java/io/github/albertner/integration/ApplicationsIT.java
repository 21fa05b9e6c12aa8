package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.label.LabelSet;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published applications that call OpenNLP, unmodified, each in a JVM of its own with the OpenNLP
 * that it asks for, our jars, and a package where it looks for its model.
 */
class ApplicationsIT {
  private static final List<List<String>> SENTENCES = PlainText.SENTENCES;

  @TempDir private static Path folder;

  private static Path model;
  private static Path text;
  private static Answers expected;

  @BeforeAll
  static void writeAndTag() throws IOException {
    model = folder.resolve("model.bin");
    TinyModels.of(LabelSet.bioOf(List.of("Person", "Location")), 4).write(model, false);
    text = PlainText.write(folder);
    expected = Answers.ofTagger(model, SENTENCES);
    assertTrue(expected.names().size() > 100, "many names");
  }

  /** Compiles a program against an application, puts the model on its class path, and runs it. */
  private static String run(
      Path jdk,
      String program,
      String application,
      String modelName,
      String main,
      Path... arguments)
      throws Exception {
    Path classes = Files.createDirectories(folder.resolve(application));
    List<Path> host = Hosts.application(application);
    Hosts.compile(jdk, "hosts/" + program, host, classes);
    Path place = classes.resolve(modelName);
    Files.createDirectories(place.getParent());
    Files.copy(model, place);
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.add(Hosts.resources("hosts/" + program));
    classPath.addAll(host);
    classPath.addAll(Hosts.ours());
    List<String> command = new ArrayList<>(List.of(main));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    JavaProcess.Ended ended = JavaProcess.run(jdk, classPath, command);
    assertEquals(0, ended.code(), ended.err());
    return ended.out();
  }

  private static Path jdk(int feature) {
    Optional<Path> jdk = Jdks.atLeast(feature);
    assumeTrue(jdk.isPresent(), "needs a JDK of at least %s: -Dner.jdk21=HOME".formatted(feature));
    return jdk.get();
  }

  /** Each program goes through the text twice, as two documents. */
  private static List<Answers> ofTwoDocuments(String out) {
    List<Answers> answers = Answers.parse(out).stream().map(Answers.Run::answers).toList();
    assertEquals(2, answers.size());
    return answers;
  }

  @ParameterizedTest(name = "opennlp-uima {0}")
  @CsvSource({"2.5.4", "2.5.7"})
  void openNlpsOwnAnalysisEngine(String version) throws Exception {
    String out =
        run(jdk(17), "uima", "opennlp-uima-" + version, "en-ner.bin", "RunNameFinder", text);
    for (Answers found : ofTwoDocuments(out)) {
      found.assertSameNames(expected.inText(SENTENCES), "opennlp-uima " + version);
    }
  }

  @ParameterizedTest(name = "Lucene {0}")
  @CsvSource({"9.12.1, 17", "10.3.0, 21"})
  void lucenesNameTagger(String version, int feature) throws Exception {
    String out = run(jdk(feature), "lucene", "lucene-" + version, "en-ner.bin", "TagTokens", text);
    for (Answers found : ofTwoDocuments(out)) {
      found.assertSameNames(expected, "Lucene " + version);
    }
  }

  @Test
  void dkprosRecognizer() throws Exception {
    String out = run(jdk(17), "dkpro", "dkpro-2.4.0", "unused.bin", "RunRecognizer", text, model);
    Answers withoutProbability =
        new Answers(
            expected.names().stream()
                .map(
                    name ->
                        new Answers.Name(name.sentence(), name.begin(), name.end(), name.type(), 1))
                .toList(),
            List.of());
    for (Answers found : ofTwoDocuments(out)) {
      found.assertSameNames(withoutProbability.inText(SENTENCES), "DKPro Core");
    }
  }

  @Test
  void tikasRecogniser() throws Exception {
    String place = "org/apache/tika/parser/ner/opennlp/ner-person.bin";
    String out = run(jdk(17), "tika", "tika-3.0.0", place, "Recognise", text);
    List<String> lines = new ArrayList<>(List.of("types [PERSON]"));
    for (int i = 0; i < SENTENCES.size(); i++) {
      // Tika calls all that a model finds by the one type that the file's name stands for.
      Set<String> names = new TreeSet<>();
      for (Answers.Name name : expected.names()) {
        if (name.sentence() == i) {
          names.add(String.join(" ", SENTENCES.get(i).subList(name.begin(), name.end())));
        }
      }
      lines.add(names.toString());
    }
    assertEquals(String.join("\n", lines) + "\n", out);
  }
}
