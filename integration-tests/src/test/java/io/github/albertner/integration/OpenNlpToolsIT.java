package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import opennlp.albert.train.AlbertTrainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenNLP's own command line, as a process, with our trainer's jars beside its own. */
class OpenNlpToolsIT {
  private static final EasyCorpus CORPUS = EasyCorpus.all();
  private static final String UNSEEN = "Mr Young waits in Oslo .";
  private static final String MARKED =
      "Mr <START:person> Young <END> waits in <START:location> Oslo <END> .";

  /** The evaluator and the cross-validator print it, before OpenNLP 2 in percent. */
  private static final Pattern F1 =
      Pattern.compile("(TOTAL: .* F1: +(?<percent>[\\d.]+)%|F-Measure: (?<share>[\\d.]+))");

  @TempDir private Path folder;
  private Path parameters;
  private Path model;

  @BeforeEach
  void writeParameters() throws IOException {
    model = folder.resolve("model.bin");
    parameters = write("params.txt", "Epochs=6");
  }

  private Path write(String name, String... more) throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "Algorithm=" + AlbertTrainer.class.getName(),
                "BaseModel=random:tiny",
                "BatchSize=8",
                "LearningRate=2e-3",
                "Threads=1"));
    lines.addAll(List.of(more));
    return Files.write(folder.resolve(name), lines);
  }

  /** A command: texts are cut at their spaces, anything else is one argument. */
  private static List<String> command(String main, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(main));
    for (Object argument : arguments) {
      if (argument instanceof String text) {
        command.addAll(Arrays.asList(text.split(" ", -1)));
      } else {
        command.add(argument.toString());
      }
    }
    return command;
  }

  /** What a tool printed, on whichever stream: OpenNLP 2 and 3 log what 1 prints. */
  private static String run(Path jdk, String version, Optional<Path> input, Object... tool)
      throws Exception {
    JavaProcess.Ended ended = ended(jdk, version, input, tool);
    assertEquals(0, ended.code(), ended.err());
    return ended.out() + ended.err();
  }

  private static JavaProcess.Ended ended(
      Path jdk, String version, Optional<Path> input, Object... tool) throws Exception {
    List<Path> classPath = new ArrayList<>(Hosts.openNlp(version));
    classPath.addAll(Hosts.trainer());
    List<String> command = command("opennlp.tools.cmdline.CLI", tool);
    return input.isPresent()
        ? JavaProcess.run(jdk, classPath, command, input.get())
        : JavaProcess.run(jdk, classPath, command);
  }

  private static Path jdkFor(String version) {
    int feature = version.startsWith("3") ? 21 : 17;
    Optional<Path> jdk = Jdks.atLeast(feature);
    assumeTrue(
        jdk.isPresent(),
        () ->
            "OpenNLP %s needs a JDK of at least %s: -Dner.jdk21=HOME".formatted(version, feature));
    return jdk.get();
  }

  private static void assertSays(String printed, String part) {
    assertTrue(printed.contains(part), () -> "expected \"" + part + "\" in:\n" + printed);
  }

  private static double f1(String printed) {
    Matcher matcher = F1.matcher(printed);
    assertTrue(matcher.find(), () -> "expected an F measure in:\n" + printed);
    return matcher.group("share") == null
        ? Double.parseDouble(matcher.group("percent")) / 100
        : Double.parseDouble(matcher.group("share"));
  }

  private static void assertTrained(String printed) {
    assertSays(printed, "epoch     step train loss");
    assertSays(printed, "#Sentences: " + CORPUS.facts().size());
    assertTrue(
        Pattern.compile("# ?person entities: " + CORPUS.facts().size()).matcher(printed).find(),
        printed);
  }

  private static void assertFindsNames(Path model) throws IOException {
    try (NerTagger tagger = NerTagger.load(model)) {
      List<EntitySpan> found = tagger.tag(List.of(UNSEEN.split(" ")));
      assertEquals(List.of("person", "location"), found.stream().map(EntitySpan::type).toList());
      assertEquals(List.of(1, 4), found.stream().map(EntitySpan::begin).toList());
    }
  }

  private String train(Path jdk, String version) throws Exception {
    Path data = CORPUS.writeNameSamples(folder.resolve("train.txt"));
    return run(
        jdk,
        version,
        Optional.empty(),
        "TokenNameFinderTrainer -lang en -encoding UTF-8 -data",
        data,
        "-model",
        model,
        "-params",
        parameters);
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11", "3.0.0-M2"})
  void trainsThenFindsThenEvaluates(String version) throws Exception {
    Path jdk = jdkFor(version);
    assertTrained(train(jdk, version));
    assertFindsNames(model);

    Path text = Files.writeString(folder.resolve("text"), UNSEEN + "\n");
    assertSays(run(jdk, version, Optional.of(text), "TokenNameFinder", model), MARKED);

    // The data of training with one name misplaced: one entity too many, one missed.
    Path gold = folder.resolve("gold.txt");
    EasyCorpus.Fact first = CORPUS.facts().get(0);
    String sound = Files.readString(folder.resolve("train.txt"));
    String wrong =
        "<START:person> Mr <END> %s %s in <START:location> %s <END> ."
            .formatted(first.name(), first.verb(), first.place());
    Files.writeString(gold, sound.replaceFirst(Pattern.quote(first.nameSample()), wrong));
    String judged =
        run(
            jdk,
            version,
            Optional.empty(),
            "TokenNameFinderEvaluator -encoding UTF-8 -model",
            model,
            "-data",
            gold,
            "-misclassified true");
    assertSays(judged, "Expected: {\n" + wrong);
    assertSays(judged, "Predicted: {\n" + first.nameSample());
    assertSays(judged, "[" + first.name() + "]");
    double right = 2.0 * CORPUS.facts().size();
    assertEquals((right - 1) / right, f1(judged), 0.0001);
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11", "3.0.0-M2"})
  void trainsOnConll03(String version) throws Exception {
    Path data = CORPUS.writeConll03(folder.resolve("train.conll"));
    assertTrained(
        run(
            jdkFor(version),
            version,
            Optional.empty(),
            "TokenNameFinderTrainer.conll03 -lang eng -types per,loc -encoding UTF-8 -data",
            data,
            "-model",
            model,
            "-params",
            parameters));
    assertFindsNames(model);
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11", "3.0.0-M2"})
  void trainsOnBrat(String version) throws Exception {
    Path data = CORPUS.writeBrat(folder.resolve("brat"));
    assertTrained(
        run(
            jdkFor(version),
            version,
            Optional.empty(),
            "TokenNameFinderTrainer.brat -lang en -annotationConfig",
            data.resolve("annotation.conf"),
            "-bratDataDir",
            data,
            "-recursive false -ruleBasedTokenizer whitespace -model",
            model,
            "-params",
            parameters));
    assertFindsNames(model);
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11", "3.0.0-M2"})
  void crossValidates(String version) throws Exception {
    Path data = CORPUS.writeNameSamples(folder.resolve("train.txt"));
    String printed =
        run(
            jdkFor(version),
            version,
            Optional.empty(),
            "TokenNameFinderCrossValidator -lang en -encoding UTF-8 -data",
            data,
            "-params",
            parameters,
            "-folds 3");
    assertEquals(3, printed.split("epoch     step train loss", -1).length - 1, printed);
    assertTrue(f1(printed) > 0.95, printed);
  }

  @ParameterizedTest(name = "OpenNLP {0}")
  @ValueSource(strings = {"1.9.4", "2.5.11", "3.0.0-M2"})
  void aMistakeInTheParametersIsSaidInOneLine(String version) throws Exception {
    Path jdk = jdkFor(version);
    Path data = CORPUS.writeNameSamples(folder.resolve("train.txt"));
    for (List<String> mistake :
        List.of(
            List.of("Epoch=3", "unknown parameter Epoch (did you mean Epochs?); the parameters"),
            List.of("Iterations=3", "Iterations is for OpenNLP's own trainers; use Epochs"),
            List.of("DevData=none.txt", "none.txt: no such corpus file"))) {
      JavaProcess.Ended ended =
          ended(
              jdk,
              version,
              Optional.empty(),
              "TokenNameFinderTrainer -lang en -encoding UTF-8 -data",
              data,
              "-model",
              model,
              "-params",
              write("mistaken.txt", mistake.get(0)));
      assertEquals(1, ended.code(), ended.err());
      assertSays(ended.err(), "TrainerException: " + mistake.get(1));
      assertFalse(ended.err().contains("\tat "), ended.err());
      assertFalse(Files.exists(model));
    }
  }

  /** A file that OpenNLP 2 saved is refused by OpenNLP 1; what we write loads in both. */
  @Test
  void exportAndImportMakeAFileForAllVersions() throws Exception {
    Path jdk = jdkFor("2.5.11");
    train(jdk, "2.5.11");
    Path text = Files.writeString(folder.resolve("text"), UNSEEN + "\n");
    JavaProcess.Ended refused = ended(jdk, "1.9.4", Optional.of(text), "TokenNameFinder", model);
    assertTrue(refused.code() != 0, "OpenNLP 1.9.4 loaded it");
    assertSays(refused.err(), "Model version 2.5.11 is not supported");

    Path checkpoint = folder.resolve("checkpoint");
    Path again = folder.resolve("again.bin");
    ner(jdk, "export", "--model", model, "--output", checkpoint);
    ner(jdk, "import", "--checkpoint", checkpoint, "--output", again);
    assertEquals(ModelPackage.read(model), ModelPackage.read(again));
    assertSays(run(jdk, "1.9.4", Optional.of(text), "TokenNameFinder", again), MARKED);
    assertSays(run(jdk, "2.5.11", Optional.of(text), "TokenNameFinder", again), MARKED);
  }

  private static void ner(Path jdk, Object... arguments) throws Exception {
    List<Path> classPath = new ArrayList<>(Hosts.trainer());
    classPath.addAll(Hosts.openNlp("2.5.11"));
    JavaProcess.Ended ended =
        JavaProcess.run(jdk, classPath, command("io.github.albertner.cli.Ner", arguments));
    assertEquals(0, ended.code(), ended.err());
  }

  /** Else our stand-in for an interface of OpenNLP 3 could take its place. */
  @Test
  void theJarHoldsNoClassOfOpenNlp() throws Exception {
    try (ZipFile jar = new ZipFile(Hosts.trainer().get(0).toFile())) {
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();
      assertTrue(names.contains("opennlp/albert/train/AlbertTrainer.class"));
      assertEquals(
          List.of(), names.stream().filter(name -> name.startsWith("opennlp/tools/")).toList());
    }
  }
}
