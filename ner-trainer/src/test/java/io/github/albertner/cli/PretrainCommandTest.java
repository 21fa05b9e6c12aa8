package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.pretrain.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainCommandTest {
  private static final String WORDS = "albert.embeddings.word_embeddings.weight";

  @TempDir Path folder;

  private Path text;

  @BeforeEach
  void write() throws IOException {
    text = Texts.write(folder.resolve("text.txt"), 300, 5);
  }

  private CommandRun pretrain(Path output, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("pretrain", "--text", text, "--output", output, "--dev-share", "0.1"));
    arguments.addAll(List.of("--threads", 1, "--batch-size", 8));
    arguments.addAll(List.of("--cache", folder.resolve("pieces"), "--evaluate-steps", 4));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--windows")) {
      arguments.addAll(List.of("--windows", 32));
    }
    if (!arguments.contains("--base-model")) {
      arguments.addAll(List.of("--base-model", "random:tiny"));
    }
    return CommandRun.of(arguments.toArray());
  }

  @Test
  void makesABaseModelToGoOnWith() throws IOException {
    Path output = folder.resolve("model");
    pretrain(output, "--steps", 8)
        .exits(0)
        .says("8 updates", "held-out loss", "wrote " + output + ": update 8");
    Path run = folder.resolve("model.run");
    assertEquals(
        Set.of(
            "README.md",
            "config.json",
            "model.safetensors",
            "special_tokens_map.json",
            "tokenizer.json",
            "tokenizer_config.json"),
        names(output));
    assertEquals(names(output), names(run.resolve("best")));
    assertTrue(
        names(run)
            .containsAll(
                Set.of("last.ckpt", "metrics.jsonl", "report.html", "settings.properties")));
    assertTrue(Files.readString(output.resolve("README.md")).contains("masked accuracy"));
    String report = Files.readString(run.resolve("report.html"));
    assertTrue(report.contains("perplexity") && report.contains("Masked accuracy"));

    // Its head is found again, and fine-tuning takes the encoder.
    assertFalse(start(output).headIsFresh());
    pretrain(folder.resolve("more"), "--steps", 1, "--base-model", output).exits(0);
    Path corpus = CommandRun.toyCorpus(folder.resolve("toy.conll"), 30, 1);
    CommandRun.train(
            corpus,
            folder.resolve("tagger.bin"),
            "--base-model",
            output,
            "--epochs",
            8,
            "--learning-rate",
            "2e-3")
        .exits(0);
  }

  @Test
  void halfOfTheSizeIsAskedFor() throws IOException {
    Path whole = folder.resolve("whole");
    pretrain(whole, "--steps", 1).exits(0);
    Path half = folder.resolve("half");
    pretrain(half, "--steps", 1, "--storage", "f16").exits(0);
    long size = Files.size(whole.resolve("model.safetensors"));
    assertEquals(size / 2.0, (double) Files.size(half.resolve("model.safetensors")), size / 100.0);
    assertTrue(Files.readString(half.resolve("config.json")).contains("\"float16\""));
    float[] first = start(whole).model().weights().get(WORDS).floats();
    float[] second = start(half).model().weights().get(WORDS).floats();
    for (int i = 0; i < first.length; i++) {
      assertEquals(first[i], second[i], 1e-7 + Math.abs(first[i]) / 2048);
    }
    pretrain(folder.resolve("more"), "--steps", 1, "--base-model", half).exits(0);
    pretrain(folder.resolve("other"), "--steps", 1, "--storage", "bf16").exits(2);
  }

  /** Before it has learned anything, a fresh head guesses pieces as often as they occur. */
  @Test
  void beginsWithTheFrequenciesOfPieces() throws IOException {
    pretrain(folder.resolve("model"), "--steps", 1, "--learning-rate", "1e-9").exits(0);
    Matcher loss =
        Pattern.compile("\"evaluation\".*?\"loss\":([0-9.]+)")
            .matcher(Files.readString(folder.resolve("model.run/metrics.jsonl")));
    assertTrue(loss.find());
    // All 16,000 pieces alike would be 9.68; the text has 300 words, and some are frequent.
    assertEquals(5, Double.parseDouble(loss.group(1)), 2);
  }

  @Test
  void goesOnWithATaggersEncoderAndSaysThatTheHeadIsNew() throws IOException {
    Path tagger = folder.resolve("tagger");
    CommandRun.untrained(folder.resolve("t.bin"));
    CommandRun.of("export", "--model", folder.resolve("t.bin"), "--output", tagger).exits(0);
    pretrain(folder.resolve("model"), "--steps", 1, "--base-model", tagger)
        .exits(0)
        .says("it has no masked-language head, so a fresh one is learned");
  }

  /** With a rate that stays, a run of 4 updates and one of 8 begin alike. */
  @Test
  void resumedRunsAreTheRunsThatNeverStopped() throws IOException {
    Path whole = folder.resolve("whole");
    pretrain(whole, "--steps", 8, "--schedule", "constant", "--warmup", 0).exits(0);
    Path resumed = folder.resolve("resumed");
    pretrain(resumed, "--steps", 4, "--schedule", "constant", "--warmup", 0).exits(0);
    assertFalse(
        Arrays.equals(
            Files.readAllBytes(whole.resolve("model.safetensors")),
            Files.readAllBytes(resumed.resolve("model.safetensors"))));
    CommandRun.of("pretrain", "--resume", folder.resolve("resumed.run"), "--steps", 8)
        .exits(0)
        .says("resumed after update 4 of 8");
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("model.safetensors")),
        Files.readAllBytes(resumed.resolve("model.safetensors")));
    long lines = Files.readString(folder.resolve("resumed.run/metrics.jsonl")).lines().count();
    assertEquals(
        Files.readString(folder.resolve("whole.run/metrics.jsonl")).lines().count(), lines);
  }

  @Test
  void aRunOfOtherTextIsNotResumed() throws IOException {
    pretrain(folder.resolve("model"), "--steps", 2).exits(0);
    Texts.write(text, 300, 6);
    CommandRun.of("pretrain", "--resume", folder.resolve("model.run"), "--steps", 4)
        .exits(1)
        .says("is of another run and cannot be resumed: text (was ");
  }

  @Test
  void refusesWhatItCannotDo() throws IOException {
    Path output = folder.resolve("model");
    pretrain(output).exits(2).says("expected one of the three above 0");
    pretrain(output, "--steps", 3, "--epochs", 2).exits(2).says("expected one of the three");
    pretrain(output, "--steps", 3, "--mask-share", 0.9).exits(2).says("mask-share is 0.9");
    pretrain(output, "--steps", 3, "--windows", "64:0.5,128:0.2").exits(2).says("windows is");
    Files.createDirectory(output);
    Files.createFile(output.resolve("something"));
    pretrain(output, "--steps", 3).exits(1).says("--force");
    CommandRun.of("pretrain", "--resume", folder.resolve("nothing"))
        .exits(1)
        .says("start it with ner pretrain --run-dir");
  }

  @Test
  void helpTeaches() {
    CommandRun.of("pretrain", "--help").exits(0).prints("--windows", "Examples:", "--resume");
  }

  private static LanguageModel.Start start(Path model) throws IOException {
    return LanguageModel.start(StartingPoint.of(model.toString()), 1);
  }

  private static Set<String> names(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
