package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much memory models take, and that they give it back, as seen from outside the JVM. */
class MemoryIT {
  /** The weights alone of the model that is loaded again and again are 6 MB, the network more. */
  private static final Path ENGLISH = Path.of(System.getProperty("ner.root"), "models/english.bin");

  /**
   * What the allocator and the compiler of a JVM may still add after the first quarter; one model
   * kept in every round would add some 15 MB in each of at least thirty.
   */
  private static final long NOISE_MEGABYTES = 60;

  @TempDir private static Path folder;

  private record Round(int number, long megabytes, long loaders) {}

  @BeforeAll
  static void compile() throws Exception {
    List<Path> classPath = new ArrayList<>(Hosts.openNlp("2.5.11"));
    classPath.addAll(Hosts.ours());
    Hosts.compile(Jdks.atLeast(17).orElseThrow(), "hosts/memory", classPath, folder);
  }

  private static JavaProcess.Ended run(
      String heap, List<Path> classPath, List<String> mainAndArguments) throws Exception {
    List<Path> whole = new ArrayList<>(List.of(folder));
    whole.addAll(classPath);
    JavaProcess.Ended ended =
        JavaProcess.run(
            Jdks.atLeast(17).orElseThrow(), List.of("-Xmx" + heap), whole, mainAndArguments);
    assertEquals(0, ended.code(), ended.err());
    return ended;
  }

  /** Compares two stretches of equal length: the second quarter of the rounds, and the last. */
  private static void assertFlat(List<Round> rounds) {
    int quarter = rounds.size() / 4;
    long early = median(rounds.subList(quarter, 2 * quarter));
    long late = median(rounds.subList(rounds.size() - quarter, rounds.size()));
    assertTrue(late <= early + NOISE_MEGABYTES, "MB after each round: " + rounds);
  }

  private static long median(List<Round> rounds) {
    return rounds.stream().mapToLong(Round::megabytes).sorted().toArray()[rounds.size() / 2];
  }

  private static List<Round> rounds(JavaProcess.Ended ended) {
    return ended
        .out()
        .lines()
        .map(line -> line.split(" "))
        .map(
            words ->
                new Round(
                    Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3])))
        .toList();
  }

  private static void assumeLinux() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "reads resident memory from /proc");
  }

  @Test
  void loadingAModelTwoHundredTimesLeavesMemoryFlat() throws Exception {
    assumeLinux();
    List<Path> classPath = new ArrayList<>(Hosts.ours());
    classPath.addAll(Hosts.openNlp("2.5.11"));
    List<Round> rounds =
        rounds(run("128m", classPath, List.of("Reload", "200", ENGLISH.toString())));
    assertEquals(200, rounds.size());
    assertFlat(rounds);
  }

  private static void assertRedeploymentLeavesMemoryFlat(int count) throws Exception {
    assumeLinux();
    List<Path> ofApplication = new ArrayList<>(Hosts.openNlp("2.5.11"));
    ofApplication.add(ours());
    List<Path> shared = new ArrayList<>(Hosts.ours());
    shared.remove(ours());
    List<Round> rounds =
        rounds(
            run(
                "128m",
                shared,
                List.of(
                    "Redeploy",
                    JavaProcess.join(ofApplication),
                    Integer.toString(count),
                    ENGLISH.toString())));
    assertEquals(count, rounds.size());
    assertTrue(rounds.stream().allMatch(round -> round.loaders() <= 3), "class loaders: " + rounds);
    assertFlat(rounds);
  }

  private static Path ours() throws IOException, URISyntaxException {
    return Hosts.ours().get(0);
  }

  @Test
  void anApplicationDeployedSixtyTimesBesideASharedEngineIsUnloadedEachTime() throws Exception {
    assertRedeploymentLeavesMemoryFlat(60);
  }

  @Test
  @Tag("slow")
  void anApplicationDeployedTwoHundredTimesBesideASharedEngineIsUnloadedEachTime()
      throws Exception {
    assertRedeploymentLeavesMemoryFlat(200);
  }

  /** The first deployment holds the natives; the class loaders of those refused go. */
  @Test
  void aRefusedDeploymentLeavesNoClassLoader() throws Exception {
    assumeLinux();
    List<Path> ofApplication = new ArrayList<>(Hosts.openNlp("2.5.11"));
    ofApplication.addAll(Hosts.ours());
    JavaProcess.Ended ended =
        run(
            "256m",
            List.of(),
            List.of("Redeploy", JavaProcess.join(ofApplication), "8", ENGLISH.toString()));
    assertEquals(7, ended.err().lines().filter("refused"::equals).count(), ended.err());
    List<Round> rounds = rounds(ended);
    assertTrue(rounds.get(7).loaders() <= 2, "class loaders: " + rounds);
  }

  @ParameterizedTest(name = "OpenNLP {0}, {1}, {2}, -Xmx{3}")
  @CsvSource({
    "1.6.0, F32, file, 256m",
    "1.9.4, F32, file, 256m",
    "2.5.11, F32, file, 256m",
    "2.5.11, F16, file, 128m",
    "1.9.4, F32, seekable, 64m",
    "2.5.11, F32, seekable, 64m",
    "2.5.11, F16, seekable, 64m",
  })
  void aBaseSizeModelLoadsInASmallHeap(String version, DataType storage, String how, String heap)
      throws Exception {
    List<Path> classPath = new ArrayList<>(Hosts.ours());
    classPath.addAll(Hosts.openNlp(version));
    String model = baseSize(storage).toString();
    assertEquals("tokens 6\n", run(heap, classPath, List.of("LoadOnce", how, model)).out());
  }

  private static Path baseSize(DataType storage) throws IOException {
    Path file = folder.resolve("base-" + storage + ".bin");
    if (!Files.exists(file)) {
      ModelPackage model =
          BaseModels.resolve("random:base", Optional.empty(), 1)
              .withNewHead(LabelSet.bioOf(List.of("person", "location")), 1)
              .toPackage("en", Instant.EPOCH);
      model.storedAs(storage).write(file, false);
    }
    return file;
  }
}
