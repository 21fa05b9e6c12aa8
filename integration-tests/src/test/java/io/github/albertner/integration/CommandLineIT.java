package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.testing.TinyModels;
import io.github.albertner.uima.NerTypes;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.SerialFormat;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.CasIOUtils;
import org.apache.uima.util.XMLInputSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process: streams, exit codes, signals, and disks that are full. */
class CommandLineIT {
  private static final Path ROOT = Path.of(System.getProperty("ner.root"));
  private static final String NER = ROOT.resolve("ner").toString();
  private static final long PATIENCE_SECONDS = 120;

  @TempDir private Path folder;
  private Path model;

  /** A process that has ended. */
  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void writeModel() throws IOException {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "the launcher needs bash");
    model = folder.resolve("tiny.bin");
    TinyModels.bio().write(model, false);
  }

  private Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private Ended end(Process process) throws Exception {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running; standard error: " + read("err"));
    }
    return new Ended(process.exitValue(), read("out"), read("err"));
  }

  private Ended run(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(NER));
    command.addAll(Arrays.asList(arguments));
    Process process = start(command.toArray(String[]::new));
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return end(process);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private Path corpus(int sentences) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      // Each differs, so that some can be set aside to judge by.
      text.append("Mr\tO\nSmith\tB-person\nhas\tO\n").append(i).append("\tO\nhouses\tO\n\n");
    }
    return Files.writeString(folder.resolve("c.conll"), text);
  }

  @Test
  void annotatesStandardInputWithoutAWordOnStandardError() throws Exception {
    Ended ended =
        run(
            "Ada Lovelace wrote in \ud83d\ude00 London .\n",
            "annotate",
            "--model",
            model.toString(),
            "--tokenized",
            "--output-format",
            "conll");
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.err());
    assertEquals(7, ended.out().lines().filter(line -> !line.isBlank()).count(), ended.out());
    assertTrue(ended.out().contains("\ud83d\ude00\t"), ended.out());
  }

  @Test
  void exitCodesAndStreamsAreThoseOfTheHelp() throws Exception {
    Ended help = run("", "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: ner "), help.out());
    assertEquals("", help.err());

    Ended usage = run("", "evaluate", "--modle", "x");
    assertEquals(2, usage.code());
    assertEquals("", usage.out());
    assertTrue(usage.err().contains("--model"), usage.err());

    Ended failed = run("", "export", "--model", "none.bin", "--output", "x");
    assertEquals(1, failed.code());
    assertTrue(failed.err().startsWith("ner: none.bin: expected"), failed.err());
    assertEquals(1, failed.err().lines().count(), failed.err());
  }

  /** Starts a long run, sends the signal once standard error shows the text, and waits. */
  private Ended interrupted(String signal, String shown, Path output) throws Exception {
    Process process =
        start(
            "env",
            "--default-signal=INT",
            NER,
            "train",
            "--train",
            corpus(2000).toString(),
            "--base-model",
            "random:tiny",
            "--threads",
            "1",
            "--epochs",
            "100",
            "--batch-size",
            "8",
            "--learning-rate",
            "2e-3",
            "--warmup",
            "0.01",
            "--output",
            output.toString());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline && !read("err").contains(shown)) {
      Thread.sleep(50);
    }
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    assertEquals(0, kill.waitFor(), "kill");
    return end(process);
  }

  private static boolean canResetSignals() throws Exception {
    Process process = new ProcessBuilder("env", "--default-signal=INT", "true").start();
    return process.waitFor() == 0;
  }

  @Test
  void ctrlCAfterAnEpochKeepsTheBestSoFar() throws Exception {
    assumeTrue(canResetSignals(), "needs env --default-signal (GNU coreutils 8.31)");
    Path output = folder.resolve("m.bin");
    Ended ended = interrupted("INT", "100.00 best", output);
    assertEquals(130, ended.code(), ended.err());
    assertTrue(ended.err().contains("stopped on request"), ended.err());
    assertTrue(ended.err().contains("wrote " + output), ended.err());
    try (NerTagger tagger = NerTagger.load(output)) {
      assertEquals(List.of("person"), tagger.labels().types());
    }
    assertNoTemporaryFile(folder);
  }

  @Test
  void ctrlCBeforeThatSaysThatThereIsNothingToKeep() throws Exception {
    assumeTrue(canResetSignals(), "needs env --default-signal (GNU coreutils 8.31)");
    Path output = folder.resolve("m.bin");
    Ended ended = interrupted("INT", "epochs 100", output);
    assertEquals(130, ended.code(), ended.err());
    assertTrue(ended.err().endsWith("nothing to keep\n"), ended.err());
    assertFalse(Files.exists(output));
    assertNoTemporaryFile(folder);
  }

  @Test
  void aFullDiskIsSaidLeavesNothingThereAndLosesNoModel() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mount").toFile())
            .start();
    assumeTrue(mount.waitFor() == 0, () -> "a small disk cannot be mounted here: needs root");
    try {
      Path output = disk.resolve("m.bin");
      Ended ended =
          run(
              "",
              "train",
              "--train",
              corpus(40).toString(),
              "--base-model",
              "random:tiny",
              "--threads",
              "1",
              "--epochs",
              "4",
              "--batch-size",
              "4",
              "--learning-rate",
              "2e-3",
              "--output",
              output.toString());
      assertEquals(1, ended.code(), ended.err());
      String message = ended.err().lines().reduce((first, last) -> last).orElseThrow();
      assertTrue(
          message.startsWith("ner: cannot save " + output + ": No space left on device"), message);
      assertRescued(message);
      try (Stream<Path> left = Files.list(disk)) {
        assertEquals(List.of(disk.resolve("m.run")), left.toList());
      }
    } finally {
      assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor(), "umount");
    }
  }

  private static void assertRescued(String message) throws IOException {
    String said = "; the model is saved as ";
    Path saved = Path.of(message.substring(message.indexOf(said) + said.length()));
    assertEquals(List.of("person"), ModelPackage.read(saved).labels().types());
    Files.delete(saved);
    Files.delete(saved.getParent());
  }

  @Test
  void whoeverStopsReadingTheOutputHasSeenEnough() throws Exception {
    Path text = Files.writeString(folder.resolve("t"), "Ada wrote in London .\n".repeat(20_000));
    Process process =
        start(
            "bash",
            "-c",
            "set -o pipefail; '%s' annotate --model '%s' --tokenized --output-format conll '%s' | head -n 1"
                .formatted(NER, model, text));
    Ended ended = end(process);
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.err());
    assertEquals(1, ended.out().lines().count());
  }

  private static void assertNoTemporaryFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".tmp")).toList());
    }
  }

  @Test
  void closedStreamsAreTheEndOfInputAndFailuresOfOutput() throws Exception {
    String annotate = "'%s' annotate --model '%s'".formatted(NER, model);
    Ended ended = end(start("bash", "-c", annotate + " <&-"));
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.err());
    ended = end(start("bash", "-c", "echo 'Ada left.' | " + annotate + " >&-"));
    assertEquals(1, ended.code(), ended.err());
    assertTrue(ended.err().contains("cannot write to standard output"), ended.err());
  }

  @Test
  void whatCannotBePrintedIsAFailure() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "the system has no /dev/full");
    Ended ended = end(start("bash", "-c", "'%s' convert --list-formats >/dev/full".formatted(NER)));
    assertEquals(1, ended.code(), ended.err());
    assertEquals("ner: cannot write to standard output: No space left on device\n", ended.err());
  }

  @Test
  void aSerializedCasIsReadAndAnyOtherSerializedObjectRefused() throws Exception {
    Path cas = folder.resolve("a.scas");
    saveCas(cas);
    Ended ended = run("", "evaluate", "--data", cas.toString(), "--predictions", cas.toString());
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("micro        100.00"), ended.out());
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(cas))) {
      out.writeObject(new ArrayList<>(List.of("a class that no CAS has")));
    }
    ended = run("", "evaluate", "--data", cas.toString(), "--predictions", cas.toString());
    assertEquals(1, ended.code());
    assertTrue(ended.err().contains("found an object of java.util.ArrayList"), ended.err());
  }

  private static void saveCas(Path file) throws Exception {
    CAS cas =
        CasCreationUtils.createCas(
            UIMAFramework.getXMLParser()
                .parseTypeSystemDescription(
                    new XMLInputSource(ROOT.resolve("descriptors/NerTypeSystem.xml").toFile())),
            null,
            null);
    cas.setDocumentText("Ada left .");
    for (String type : List.of(NerTypes.SENTENCE, NerTypes.TOKEN, NerTypes.NAMED_ENTITY)) {
      int end = type.equals(NerTypes.SENTENCE) ? 10 : 3;
      Type found = cas.getTypeSystem().getType(type);
      AnnotationFS annotation = cas.createAnnotation(found, 0, end);
      if (type.equals(NerTypes.NAMED_ENTITY)) {
        annotation.setStringValue(found.getFeatureByBaseName(NerTypes.LABEL), "person");
      }
      cas.addFsToIndexes(annotation);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      CasIOUtils.save(cas, out, SerialFormat.SERIALIZED_TSI);
    }
  }
}
