package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
  @TempDir private Path folder;
  private Path corpus;
  private Path output;

  @BeforeEach
  void write() throws IOException {
    corpus = CommandRun.toyCorpus(folder.resolve("train.conll"), 60, 1);
    output = folder.resolve("a search");
  }

  private CommandRun tune(Object... arguments) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "tune", "--train", corpus, "--base-model", "random:tiny", "--output-dir", output));
    all.addAll(List.of("--threads", 1, "--epochs", 3, "--batch-size", 8));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  @Test
  void aSearchIsShownGoesOnAndItsBestSettingsTrain() throws IOException {
    CommandRun first =
        tune("--search", "learning-rate=5e-4,2e-3", "--strategy", "grid", "--trials", 1);
    first
        .exits(0)
        .says("grid search of learning-rate 5e-4,2e-3", "trial 1 of 1: learning-rate 5e-4");
    CommandRun second = tune("--search", "learning-rate=5e-4,2e-3", "--strategy", "grid").exits(0);
    second.says(
        "going on after 1 trial in 0.",
        "trial 2 of 2: learning-rate 2e-3",
        "  F1 by epoch: ",
        "complete in 0.",
        "trial 2, development F1 100.00",
        "--settings '" + output.resolve("best.settings") + "' --output my.bin");
    assertFalse(second.err().contains("trial 1 of 2:"), second.err());
    assertFalse(second.err().contains("\r"), "a progress bar without a terminal");
    List<String> table = second.out().lines().toList();
    assertTrue(table.get(0).startsWith("rank  trial"), second.out());
    assertTrue(table.get(1).matches(" +1 +2 +100\\.00 .* complete +2e-3"), second.out());
    assertEquals(3, table.size(), second.out());
    assertTrue(Files.readString(output.resolve("results.html")).contains("2 trials in"));

    Path model = folder.resolve("best.bin");
    CommandRun.train(corpus, model, "--settings", output.resolve("best.settings"))
        .exits(0)
        .says("learning-rate 0.002", "epochs 3", "development F1 100.00");
  }

  @Test
  void anotherSearchInTheFolderIsRefusedUnlessForced() {
    tune("--search", "learning-rate=2e-3", "--trials", 1).exits(0);
    tune("--search", "learning-rate=1e-3", "--trials", 1)
        .exits(2)
        .says("is of another search: search learning-rate is 1e-3, there 2e-3.", "--force");
    tune("--search", "learning-rate=2e-3", "--weight-decay", 0.5)
        .exits(2)
        .says("setting weight-decay is 0.5, there 0.01");
    tune("--search", "learning-rate=1e-3", "--force").exits(0);
  }

  @Test
  void whatCannotBeMeantIsRefusedBeforeAnythingIsWritten() {
    tune("--search", "learning-rte=1,2").exits(2).says("did you mean learning-rate?");
    tune("--search", "epochs=1,2").exits(2).says("--epochs is given, and the search varies epochs");
    tune("--search", "dropout=0..0.3", "--strategy", "grid")
        .exits(2)
        .says("dropout=0..0.3 is a range");
    tune("--search", "dropout=0,2").exits(2).says("dropout=0,2: dropout is 2");
    tune("--search", "dropout=0,0.1", "--trials", 0).exits(2).says("trials is 0");
    assertFalse(Files.exists(output));
  }

  @Test
  void aSearchThatFindsNoTaggerFailsAndSaysWhere() {
    tune("--search", "learning-rate=1e-9")
        .exits(1)
        .says("failed in 0.", "none of 1 trials gave a tagger", "results.html says why each ended");
  }
}
