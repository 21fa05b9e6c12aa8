package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ner casing}, {@code ner package casing}, and the way of a table into packages. */
class CasingCommandTest {
  private static final String OWN =
      "src/main/resources/io/github/albertner/checkpoint/vocabulary/english-cased";

  @TempDir private Path folder;

  private Path casing;

  @BeforeEach
  void makeTable() throws IOException {
    Path text =
        Files.writeString(
            folder.resolve("text.txt"), "There Mr Smith lives in Rome, and waits.\n".repeat(12));
    casing = folder.resolve("casing.txt");
    CommandRun.of("casing", "--text", text, "--output", casing)
        .exits(0)
        .says("wrote " + casing + ": 7 words");
  }

  @Test
  void theTableSaysHowWordsAreWritten() throws IOException {
    assertEquals(
        List.of("and", "in", "lives", "Mr", "Rome", "Smith", "waits"),
        Files.readAllLines(casing).stream().skip(1).toList());
    CommandRun.of("casing", "--text", casing, "--output", casing).exits(1).says("exists already");
  }

  @Test
  void aPackageIsGivenTheTableAndLosesIt() throws IOException {
    Path plain = CommandRun.untrained(folder.resolve("plain.bin"));
    Path recasing = folder.resolve("recasing.bin");
    Path back = folder.resolve("back.bin");
    CommandRun.of("package", "casing", "--model", plain, "--casing", casing, "--output", recasing)
        .exits(0)
        .says("wrote " + recasing);
    CommandRun.of("package", "casing", "--model", recasing, "--remove", "--output", back).exits(0);

    assertEquals(
        Files.readString(casing), ModelPackage.read(recasing).casing().orElseThrow().text());
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(back));
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    Path plain = CommandRun.untrained(folder.resolve("plain.bin"));
    Path output = folder.resolve("o.bin");
    CommandRun.of("package", "casing", "--model", plain, "--casing", plain, "--output", output)
        .exits(1)
        .says("plain.bin: expected");
    CommandRun.of(
            "package",
            "casing",
            "--model",
            plain,
            "--casing",
            folder.resolve("absent"),
            "--output",
            output)
        .exits(1)
        .says("expected a casing table");
    CommandRun.of("package", "casing", "--model", plain, "--output", output).exits(2);
  }

  @Test
  void aTableBesideTheVocabularyGoesIntoWhatIsTrainedAndThroughExportAndImport()
      throws IOException {
    Path vocabulary = Files.createDirectory(folder.resolve("vocabulary"));
    for (String name : List.of("spiece.model", "tokenizer_config.json")) {
      Files.copy(Path.of(OWN, name), vocabulary.resolve(name));
    }
    Files.copy(casing, vocabulary.resolve("casing.txt"));
    Path corpus = CommandRun.toyCorpus(folder.resolve("toy.conll"), 60, 1);
    Path model = folder.resolve("model.bin");
    CommandRun.train(
            corpus,
            model,
            "--vocabulary",
            vocabulary,
            "--epochs",
            5,
            "--batch-size",
            4,
            "--learning-rate",
            2e-3)
        .exits(0);

    assertTrue(ModelPackage.read(model).casing().isPresent());
    try (NerTagger tagger = NerTagger.load(model)) {
      List<String> usual = List.of("There", "lives", "Mr", "Smith", "in", "Rome");
      assertEquals(
          tagger.tag(usual), tagger.tag(List.of("THERE", "LIVES", "MR", "SMITH", "IN", "ROME")));
    }
    Path exported = folder.resolve("exported");
    CommandRun.of("export", "--model", model, "--output", exported).exits(0);
    Path imported = folder.resolve("imported.bin");
    CommandRun.of("import", "--checkpoint", exported, "--output", imported).exits(0);
    assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(imported));
  }
}
