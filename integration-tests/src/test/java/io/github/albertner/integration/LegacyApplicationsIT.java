package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two applications that were written for one version of OpenNLP, compiled against it alone, run
 * with it and our jars and nothing else, with no flag, and a package where their model file was.
 */
class LegacyApplicationsIT {
  private static final String PACKAGE = "org.example.archive.";
  private static final int THREADS = 8;

  /** Awkward tokens, none and many of them. */
  private static final List<List<String>> AWKWARD = Sentences.of(75);

  private static final List<List<String>> PROSE =
      List.of(
          List.of("Ada", "Lovelace", "was", "born", "in", "London", "."),
          List.of("Charles", "Babbage", "showed", "her", "his", "engine", "in", "1833", "."),
          List.of("The", "Times", "wrote", "of", "the", "Bank", "of", "England", "."),
          List.of("It", "rained", "."),
          List.of("Paris", ",", "Rome", "and", "New", "York", "are", "far", "from", "here", "."),
          List.of("Yesterday", "Mr", "Darcy", "came", "to", "Netherfield", "with", "a", "friend"));

  @TempDir private static Path folder;

  private static final Path ENGLISH = Path.of(System.getProperty("ner.root"), "models/english.bin");

  private static Path tiny;
  private static Path awkward;
  private static Path prose;
  private static Answers ofTiny;
  private static Answers ofEnglish;

  @BeforeAll
  static void writeAndTag() throws IOException {
    tiny = folder.resolve("en-ner-person.bin");
    TinyModels.bio().write(tiny, false);
    ofTiny = Answers.ofTagger(tiny, AWKWARD);
    assertTrue(ofTiny.names().size() > 100, "many names");
    awkward = folder.resolve("awkward");
    Answers.write(awkward, AWKWARD, 10);
    ofEnglish = Answers.ofTagger(ENGLISH, PROSE);
    assertTrue(ofEnglish.names().size() > 4, "several names: " + ofEnglish.names());
    prose = folder.resolve("prose");
    Answers.write(prose, PROSE, 4);
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @CsvSource({
    "1.6.0, 17, InputStream File URL",
    "1.8.4, 17, InputStream File Path URL",
    "1.9.4, 17, InputStream File Path URL",
    "2.0.0, 17, InputStream File Path URL",
    "2.3.3, 17, InputStream File Path URL",
    "2.5.4, 17, InputStream File Path URL",
    "2.5.11, 17, InputStream File Path URL",
    "3.0.0-M2, 21, InputStream File Path URL"
  })
  void findWhatTheTaggerFinds(String version, int feature, String constructors) throws Exception {
    Optional<Path> jdk = Jdks.atLeast(feature);
    assumeTrue(
        jdk.isPresent(),
        () ->
            "OpenNLP %s needs a JDK of at least %s: -Dner.jdk21=HOME".formatted(version, feature));
    List<Path> host = Hosts.openNlp(version);
    Path classes = Files.createDirectory(folder.resolve("for-" + version));
    Hosts.compile(jdk.get(), "legacy", host, classes);
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.addAll(host);
    classPath.addAll(Hosts.ours());

    List<Answers.Run> one = run(jdk.get(), classPath, "TagArticles", tiny, awkward);
    List<String> expected = List.of(constructors.split(" "));
    assertEquals(
        expected.stream().sorted().toList(),
        one.stream().map(Answers.Run::title).sorted().toList(),
        "constructors");
    for (Answers.Run run : one) {
      run.answers().assertAre(ofTiny, "loaded from " + run.title());
    }

    List<Answers.Run> many =
        run(jdk.get(), classPath, "TagArticlesInParallel", tiny, awkward, ENGLISH, prose);
    List<String> titles = new ArrayList<>(Collections.nCopies(THREADS, "en-ner-person.bin"));
    titles.addAll(Collections.nCopies(THREADS, "english.bin"));
    assertEquals(titles, many.stream().map(Answers.Run::title).toList());
    for (Answers.Run run : many) {
      run.answers().assertAre(run.title().equals("english.bin") ? ofEnglish : ofTiny, run.title());
    }
  }

  private static List<Answers.Run> run(
      Path jdk, List<Path> classPath, String program, Path... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(PACKAGE + program));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    JavaProcess.Ended ended = JavaProcess.run(jdk, classPath, command);
    assertEquals(0, ended.code(), ended.err());
    return Answers.parse(ended.out());
  }
}
