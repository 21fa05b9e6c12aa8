package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ner vocabulary} and {@code ner embeddings}. */
class TextCommandsTest {
  private static final String OWN =
      "src/main/resources/io/github/albertner/checkpoint/vocabulary/english-cased";

  @TempDir private Path folder;

  private Path text() throws IOException {
    return Files.writeString(
        folder.resolve("text.txt"), "She saw Paris and London, and he saw Rome.\n".repeat(1200));
  }

  /** A program that gives the project's own model, as if it had made it. */
  private Path trainer() throws IOException {
    Path own = Path.of(OWN, "spiece.model").toAbsolutePath();
    Path script =
        Files.writeString(folder.resolve("spm"), "#!/bin/sh\ncp '" + own + "' spiece.model\n");
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "stands in for spm_train by a shell script")
  void aVocabularyIsMadeAndJudged() throws IOException {
    Path output = folder.resolve("v");
    CommandRun.of("vocabulary", "--text", text(), "--output", output, "--spm-train", trainer())
        .exits(0)
        .says(
            "made from every paragraph: 1,199 paragraphs", "of 1,200 and 50,400", "wrote " + output)
        .prints("held-out words              11\n", "pieces per word          1.000\n");
    assertTrue(
        java.util.Arrays.equals(
            Files.readAllBytes(Path.of(OWN, "tokenizer_config.json")),
            Files.readAllBytes(output.resolve("tokenizer_config.json"))));
    CommandRun.of("vocabulary", "--text", text(), "--output", output, "--spm-train", trainer())
        .exits(1)
        .says("exists and is not empty");
  }

  @Test
  void mistakesAreToldBeforeTextIsRead() throws IOException {
    Path absent = folder.resolve("absent");
    CommandRun.of("vocabulary", "--text", absent, "--output", "v", "--spm-train", absent)
        .exits(1)
        .says("found " + absent + ", which does not exist; install it");
    CommandRun.of("vocabulary", "--text", absent, "--output", "v", "--size", 5)
        .exits(2)
        .says("size: expected 600 to 1,000,000 pieces, found 5");
    CommandRun.of("embeddings", "--text", absent, "--vocabulary", OWN, "--output", "e")
        .exits(1)
        .says("no such text file");
    CommandRun.of("embeddings", "--text", text(), "--vocabulary", OWN, "--output", "e", "--size", 0)
        .exits(2)
        .says("size: expected 1 to 4096, found 0");
    CommandRun.of(
            "embeddings", "--text", text(), "--encoding", "x", "--vocabulary", OWN, "--output", "e")
        .exits(2)
        .says("--encoding: expected the name of an encoding");
    assertFalse(Files.exists(Path.of("e")));
  }

  @Test
  void embeddingsAreMadeAndTrainedFrom() throws IOException {
    Path file = folder.resolve("e.safetensors");
    Path latin =
        Files.write(folder.resolve("l.txt"), "Café\n".getBytes(StandardCharsets.ISO_8859_1));
    CommandRun.of(
            "embeddings",
            "--text",
            text(),
            latin,
            "--encoding",
            "UTF-8",
            "--vocabulary",
            OWN,
            "--size",
            4,
            "--output",
            file,
            "--show",
            "Paris")
        .exits(0)
        .says("1,201 paragraphs", "of 16,000 pieces occur", "not in the encoding: 1")
        .prints("▁Paris: ▁");
    Path corpus = CommandRun.toyCorpus(folder.resolve("c.conll"), 40, 1);
    CommandRun.of(
            "train",
            "--train",
            corpus,
            "--base-model",
            "random:tiny",
            "--embeddings",
            file,
            "--output",
            folder.resolve("m.bin"))
        .exits(1)
        .says("of shape [16000, 64], as the base model has, found [16000, 4]");
  }
}
