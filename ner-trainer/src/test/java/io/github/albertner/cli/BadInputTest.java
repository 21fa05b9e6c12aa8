package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be used: one clear message, exit code 1, nothing lost. */
class BadInputTest {
  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path corpus;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    corpus = CommandRun.toyCorpus(shared.resolve("toy.conll"), 40, 1);
    model = shared.resolve("toy.bin");
    CommandRun.train(corpus, model, "--epochs", 4, "--batch-size", 4, "--learning-rate", 2e-3)
        .exits(0);
  }

  private void assertRefusesModel(Path file, String message) {
    CommandRun run = CommandRun.of("evaluate", "--model", file, "--data", corpus).exits(1);
    run.says(file.getFileName().toString(), message);
    assertEquals(1, run.err().lines().count(), run.err());
    CommandRun.of("annotate", "--model", file, corpus)
        .exits(1)
        .says(file.getFileName().toString(), message);
    CommandRun.of("export", "--model", file, "--output", folder.resolve("x"))
        .exits(1)
        .says(message);
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void modelsThatAreNone() throws IOException {
    byte[] sound = Files.readAllBytes(model);
    assertRefusesModel(folder.resolve("missing.bin"), "found no such file");
    assertRefusesModel(Files.createFile(folder.resolve("empty.bin")), "found an empty file");
    assertRefusesModel(
        Files.write(folder.resolve("cut.bin"), Arrays.copyOf(sound, sound.length / 2)),
        "found a truncated or damaged one");
    assertRefusesModel(corpus, "found a file that is not a zip");
    assertRefusesModel(folder, "found a folder; if it is a Hugging Face checkpoint, import it");
    sound[sound.length / 2] ^= 1;
    assertRefusesModel(Files.write(folder.resolve("flipped.bin"), sound), "expected");
  }

  @Test
  void openNlpsOwnModelIsNoPackage() throws IOException {
    Path maxent = folder.resolve("maxent.bin");
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 5);
    List<NameSample> samples =
        List.of(
            new NameSample(
                new String[] {"Mr", "Smith"}, new Span[] {new Span(1, 2, "person")}, true),
            new NameSample(new String[] {"no", "name", "here"}, new Span[] {}, true));
    NameFinderME.train(
            "en",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            parameters,
            new TokenNameFinderFactory())
        .serialize(maxent);
    assertRefusesModel(maxent, "NameFinderME");
  }

  private void assertRefusesCorpus(Path file, String message) {
    CommandRun.of("evaluate", "--model", model, "--data", file, "--threads", 1)
        .exits(1)
        .says(file.toString(), message);
    CommandRun.train(file, folder.resolve("m.bin")).exits(1).says(file.toString(), message);
    assertFalse(Files.exists(folder.resolve("m.bin")));
  }

  @Test
  void corporaThatAreNone() throws IOException {
    assertRefusesCorpus(folder.resolve("missing.conll"), "no such corpus file");
    assertRefusesCorpus(Files.createFile(folder.resolve("empty")), "at least one sentence");
    assertRefusesCorpus(
        Files.writeString(folder.resolve("blank"), "\n \n\r\n"), "at least one sentence");
    assertRefusesCorpus(folder, "found a directory");
    assertRefusesCorpus(
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1, (byte) 0x80}),
        ":1: expected UTF-8 text");
  }

  @Test
  void aBadLineIsNamedAndCanBeSkipped() throws IOException {
    long line = Files.readAllLines(corpus).size() + 1L;
    Path bad =
        Files.writeString(
            folder.resolve("bad.conll"), Files.readString(corpus) + "Lonely\n\nMr\tO\n");
    assertRefusesCorpus(
        bad, ":%s: expected 2 columns separated by tabs, found 1 column in".formatted(line));
    CommandRun.of("convert", "--data", bad, "--to", "conll", "--output", folder.resolve("b"))
        .exits(1)
        .says("--skip-bad-lines leaves such sentences out");
    CommandRun.of("evaluate", "--model", model, "--data", bad, "--skip-bad-lines", "--threads", 1)
        .exits(0)
        .says("41 sentences", "1 bad lines: 1 sentences left out", ":" + line + ":");
  }

  @Test
  void anOutputThatCannotBeIsRefusedBeforeTheCorpusIsRead() throws IOException {
    Path existing = Files.writeString(folder.resolve("old.bin"), "precious");
    refused(existing).says("old.bin: exists already", "--force");
    assertEquals("precious", Files.readString(existing));
    refused(folder.resolve("none/m.bin")).says("there is no folder", "create it first");
    refused(folder).says("it is a folder; expected a file name");
    refused(folder, "--force").says("it is a folder; expected a file name");
  }

  private static CommandRun refused(Path output, Object... arguments) {
    CommandRun run = CommandRun.train(corpus, output, arguments).exits(1);
    assertFalse(run.err().contains("read "), run.err());
    return run;
  }

  @Test
  void forceReplacesAndLeavesTheRunsFolderBeside() throws IOException {
    Path old = Files.writeString(folder.resolve("old.bin"), "old");
    CommandRun.train(
            corpus, old, "--force", "--epochs", 2, "--learning-rate", 5e-3, "--batch-size", 2)
        .exits(0);
    assertTrue(Files.size(old) > 1000);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(old, folder.resolve("old.run")), files.sorted().toList());
    }
  }

  @Test
  void aRunThatLearnsNothingIsExplainedAndWritesNothing() {
    Path output = folder.resolve("m.bin");
    CommandRun.train(corpus, output, "--epochs", 1, "--learning-rate", "1e-9")
        .exits(1)
        .says("in the development data", "--learning-rate (it is 1.0E-9");
    assertFalse(Files.exists(output));
    CommandRun.train(corpus, output, "--epochs", 1, "--learning-rate", "1e-3")
        .exits(1)
        .says("m.run: holds a run already", "--resume", "--force");
    CommandRun.train(corpus, output, "--force", "--epochs", 1, "--learning-rate", "1e-3")
        .exits(1)
        .says("finds no entity in the development data: it has learned to answer O everywhere");
    assertFalse(Files.exists(output));
  }

  @Test
  void aRunThatDivergesIsExplainedAndWritesNothing() throws IOException {
    Path base = folder.resolve("base");
    CommandRun.of("export", "--model", model, "--output", base).exits(0);
    poison(base.resolve("model.safetensors"));
    Path output = folder.resolve("m.bin");
    CommandRun.train(corpus, output, "--base-model", base)
        .exits(1)
        .says("the loss is not a number at update 1", "Lower --learning-rate");
    assertFalse(Files.exists(output));
  }

  /** Makes one weight infinite. */
  private static void poison(Path weights) throws IOException {
    List<WeightTensor> tensors = new ArrayList<>();
    for (WeightTensor tensor : Safetensors.read(weights).values()) {
      float[] values = tensor.floats();
      long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
      if (tensor.name().endsWith("embedding_hidden_mapping_in.bias")) {
        values[0] = Float.POSITIVE_INFINITY;
      }
      tensors.add(WeightTensor.ofFloats(tensor.name(), values, shape));
    }
    Files.delete(weights);
    try (FileChannel out =
        FileChannel.open(weights, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Safetensors.write(out, tensors, Map.of());
    }
  }

  @Test
  void sentencesWithoutEntitiesTeachNothing() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain.conll"), "a\tO\nb\tO\n\nc\tO\n\n");
    CommandRun.train(plain, folder.resolve("m.bin")).says("hold no entity");
  }

  @Test
  void aSentenceOfAHundredThousandTokensIsTaggedToItsEnd() throws IOException {
    String words = "Mr Smith lives in Paris ".repeat(20_000).strip();
    Path text = Files.writeString(folder.resolve("long.txt"), words + "\n");
    Path output = folder.resolve("long.conll");
    CommandRun.of(
            "annotate",
            "--model",
            model,
            "--tokenized",
            "--output-format",
            "conll",
            "--output",
            output,
            text)
        .exits(0);
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertEquals(100_000, lines.stream().filter(line -> !line.isEmpty()).count());
    assertEquals("Paris\tB-location", lines.get(99_999));

    CommandRun.of("evaluate", "--model", model, "--data", output, "--threads", 1)
        .exits(0)
        .prints("Over 100,000 words in 1 sentences", "token accuracy 100.00");
  }

  @Test
  void absurdNumbersAndFilesWithoutEndAreRefusedByName() throws IOException {
    Object[] train = {"train", "--train", corpus, "--base-model", "random:tiny", "--output"};
    List<Object> common = new ArrayList<>(List.of(train));
    common.add(folder.resolve("x.bin"));
    Map<String, String> refused =
        Map.of(
            "--seeds", "expected 1 to 1000",
            "--threads", "expected 1 to 1024");
    refused.forEach(
        (option, message) -> {
          List<Object> arguments = new ArrayList<>(common);
          arguments.addAll(List.of(option, "2147483647"));
          CommandRun.of(arguments.toArray()).exits(2).says(message, "2147483647");
        });
    Path endless = Files.writeString(folder.resolve("long.settings"), "#\n".repeat(1 << 20));
    List<Object> arguments = new ArrayList<>(common);
    arguments.addAll(List.of("--settings", endless));
    CommandRun.of(arguments.toArray()).exits(1).says("long.settings", "at most a mebibyte");
    CommandRun.of("evaluate", "--model", model, "--data", corpus, "--resamples", "2147483647")
        .exits(2)
        .says("1000000 resamples");
    CommandRun.of("doctor", "--model", model, "--threads", "2147483647")
        .exits(2)
        .says("expected 1 to 1024");
  }

  @Test
  void aBatchOfTheLargestSizeIsTheWholeCorpus() {
    CommandRun.train(
            corpus,
            folder.resolve("x.bin"),
            "--epochs",
            4,
            "--batch-size",
            Integer.MAX_VALUE,
            "--learning-rate",
            2e-3)
        .says("batch-size 2147483647", "all epochs done");
  }
}
