package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that train are killed as by kill -9, and their runs resumed. */
class KillAndResumeTest {
  private static final List<String> OPTIONS =
      List.of("--epochs", "4", "--batch-size", "4", "--learning-rate", "2e-3");

  @TempDir private Path folder;

  @Test
  void twiceAtAnyMoment() throws Exception {
    killAndResume(folder, 2, new Random(), "--checkpoint-steps", "4");
  }

  @Test
  @Tag("slow")
  void manyTimesAtAnyMoment() throws Exception {
    for (String precision : List.of("f32", "bf16")) {
      // A folder each: a process killed at once must not leave the run of the other one.
      killAndResume(
          Files.createDirectory(folder.resolve(precision)),
          12,
          new Random(),
          "--checkpoint-steps",
          "1",
          "--precision",
          precision);
    }
  }

  private void killAndResume(Path in, int kills, Random moments, String... options)
      throws Exception {
    Path corpus = CommandRun.toyCorpus(in.resolve("toy.conll"), 60, 1);
    Path whole = in.resolve("whole.bin");
    List<String> all = new ArrayList<>(OPTIONS);
    all.addAll(List.of(options));
    CommandRun.train(corpus, whole, all.toArray()).exits(0);

    Path output = in.resolve("killed.bin");
    Path run = in.resolve("killed.run");
    List<String> start =
        new ArrayList<>(
            List.of("train", "--train", corpus.toString(), "--output", output.toString()));
    start.addAll(List.of("--base-model", "random:tiny", "--threads", "1"));
    start.addAll(all);
    List<String> resume = List.of("train", "--resume", run.toString(), "--force");
    int killed = 0;
    for (int kill = 0; kill < kills; kill++) {
      long before = lastChanged(run);
      Process process = start(kill == 0 ? start : resume);
      // The first kill may come before there is anything to resume; later ones let some work pass.
      boolean ended = false;
      if (kill > 0) {
        while (lastChanged(run) == before && !ended) {
          ended = process.waitFor(1, TimeUnit.MILLISECONDS);
        }
      } else {
        while (!Files.exists(run.resolve("command.json")) && !ended) {
          ended = process.waitFor(1, TimeUnit.MILLISECONDS);
        }
      }
      ended |= process.waitFor(moments.nextInt(300), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      killed += ended ? 0 : 1;
    }
    assertTrue(killed > 0, "no process was killed in time");
    CommandRun.of(resume.toArray()).exits(0);
    ModelPackage expected = ModelPackage.read(whole);
    ModelPackage resumed = ModelPackage.read(output);
    // First where the runs part, which says more than that they do.
    assertEquals(computed(in.resolve("whole.run")), computed(run), () -> options(options) + log());
    assertEquals(expected.weightsDigest(), resumed.weightsDigest(), () -> options(options) + log());
    assertEquals(expected.manifest().metrics(), resumed.manifest().metrics());
    try (Stream<Path> files = Files.list(run)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".tmp")), "left over");
    }
  }

  /** What a run computed, line by line, without how long it took. */
  private static String computed(Path run) throws IOException {
    return Files.readString(run.resolve("metrics.jsonl"))
        .lines()
        .filter(line -> !line.contains("\"event\":\"end\""))
        .map(line -> line.replaceAll("\"(seconds|piecesPerSecond)\":[^,}]*", ""))
        .collect(Collectors.joining("\n"));
  }

  private static String options(String... options) {
    return String.join(" ", options) + "\n";
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static long lastChanged(Path run) throws IOException {
    Path last = run.resolve("last.ckpt");
    return Files.exists(last) ? Files.getLastModifiedTime(last).to(TimeUnit.NANOSECONDS) : 0;
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Most of what a short process computes is its own compilation.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Ner.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }
}
