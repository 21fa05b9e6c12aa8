package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a corpus to annotations and back, by commands only. */
class CommandLineJourneyTest {
  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path corpus;
  private static Path test;
  private static Path model;
  private static CommandRun training;

  @BeforeAll
  static void train() throws IOException {
    corpus = CommandRun.toyCorpus(shared.resolve("train.conll"), 80, 1);
    test = CommandRun.toyCorpus(shared.resolve("test.conll"), 16, 2);
    model = shared.resolve("toy.bin");
    training =
        CommandRun.train(corpus, model, "--epochs", 6, "--batch-size", 8, "--learning-rate", 2e-3);
    training.exits(0);
  }

  @Test
  void trainingSaysWhatItReadsSplitsAndReaches() {
    training.says(
        "read " + corpus + ": conll, 2 columns",
        "80 sentences, 400 words, 160 entities {location=80, person=80}",
        "no --dev: 71 sentences to learn from, 9 to judge by, split by document with seed 1",
        "random:tiny, seed 1",
        "types location, person",
        "epoch     step train loss  val. loss  precision   recall       F1   accuracy",
        "wrote " + model,
        "development F1 100.00");
    assertEquals("", training.out());
    assertFalse(training.err().contains("WARN"), training.err());
    assertFalse(training.err().contains("\r"), "a progress bar without a terminal");
  }

  @Test
  void evaluatingNamesTheRulesAndTheScores() {
    CommandRun run =
        CommandRun.of("evaluate", "--model", model, "--data", test, "--threads", 1).exits(0);
    run.prints(
        "strict: an entity is correct if",
        "micro        100.00    100.00    100.00 [100.00, 100.00]        32        32        32",
        "95% intervals of F1: bootstrap, 10000 resamples of 16 sentences, seed 1.");
    CommandRun json =
        CommandRun.of("evaluate", "--model", model, "--data", test, "--json", "--threads", 1);
    JsonObject scores = JsonParser.parseString(json.exits(0).out()).getAsJsonObject();
    assertTrue(
        scores.getAsJsonObject("modes").getAsJsonObject("strict").has("micro"), scores.toString());
  }

  @Test
  void typesThatTheModelDoesNotKnowAreNotedAndCanBeRenamed() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.conll"), Files.readString(test).replace("-person", "-PER"));
    CommandRun.of("evaluate", "--model", model, "--data", other, "--threads", 1)
        .exits(0)
        .says(
            "note: the model does not know [PER], it knows [location, person];"
                + " --map PER=person renames the data's types");
    CommandRun.of(
            "evaluate", "--model", model, "--data", other, "--map", "PER=person", "--threads", 1)
        .exits(0)
        .prints("micro        100.00");
  }

  @Test
  void annotatingFindsWhatWasLearned() throws IOException {
    Path text = Files.writeString(folder.resolve("t.txt"), "Mr Wood sleeps in Rome\n");
    Path output = folder.resolve("t.ner");
    CommandRun.of(
            "annotate",
            "--model",
            model,
            "--tokenized",
            "--output-format",
            "opennlp",
            "--output",
            output,
            text)
        .exits(0);
    assertEquals(
        "Mr <START:person> Wood <END> sleeps in <START:location> Rome <END>\n",
        Files.readString(output));
    CommandRun.of("annotate", "--model", model, "--output", output, text)
        .exits(1)
        .says("exists already", "--force");
  }

  @Test
  void exportAndImportAreInverse() throws IOException {
    Path exported = folder.resolve("exported");
    CommandRun.of("export", "--model", model, "--output", exported).exits(0).says("wrote");
    try (Stream<Path> files = Files.list(exported)) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      assertTrue(
          names.containsAll(
              List.of(
                  "config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")),
          names.toString());
    }
    JsonObject config =
        JsonParser.parseString(Files.readString(exported.resolve("config.json"))).getAsJsonObject();
    assertEquals("albert", config.get("model_type").getAsString());
    assertEquals("O", config.getAsJsonObject("id2label").get("0").getAsString());

    Path again = folder.resolve("again.bin");
    CommandRun.of("import", "--checkpoint", exported, "--output", again)
        .exits(0)
        .says("types location, person");
    assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(again));

    CommandRun.of("export", "--model", model, "--output", exported)
        .exits(1)
        .says("exists already", "--force");
    CommandRun.of("export", "--model", model, "--output", exported, "--force").exits(0);
    CommandRun.of("import", "--checkpoint", exported, "--output", again)
        .exits(1)
        .says("exists already", "--force");
  }

  @Test
  void aFolderWithoutVocabularyIsImportedWithOneThatIsNamed() throws IOException {
    Path exported = folder.resolve("exported");
    CommandRun.of("export", "--model", model, "--output", exported).exits(0);
    Path vocabulary = folder.resolve("tokenizer.json");
    Files.move(exported.resolve("tokenizer.json"), vocabulary);
    Path again = folder.resolve("again.bin");
    CommandRun.of("import", "--checkpoint", exported, "--output", again)
        .exits(1)
        .says("expected a vocabulary");
    CommandRun.of("import", "--checkpoint", exported, "--vocabulary", vocabulary, "--output", again)
        .exits(0);
    assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(again));
  }

  @Test
  void splittingGivesPartsThatTogetherAreTheCorpus() throws IOException {
    Path parts = folder.resolve("parts");
    CommandRun.of("split", "--data", corpus, "--output-dir", parts, "--ratio", "60:20:20").exits(0);
    long sentences = 0;
    for (String name : List.of("train.conll", "dev.conll", "test.conll")) {
      sentences +=
          Files.readAllLines(parts.resolve(name)).stream()
              .filter(line -> line.startsWith("Mr\t"))
              .count();
    }
    assertEquals(80, sentences);
    CommandRun.of("split", "--data", corpus, "--output-dir", parts).exits(1).says("--force");
    CommandRun.of("split", "--data", corpus, "--output-dir", parts, "--force", "--ratio", "1")
        .exits(2)
        .says("expected --ratio as two numbers or more");
  }

  @Test
  void partsAreNamedAsTheirFormatsFilesAre() throws IOException {
    Path parts = folder.resolve("parts");
    CommandRun.of("split", "--data", corpus, "--output-dir", parts, "--to", "spacy")
        .exits(0)
        .says("wrote " + parts.resolve("train.jsonl"));
    CommandRun.of("split", "--data", corpus, "--output-dir", parts, "--to", "labelstudio")
        .exits(0)
        .says("wrote " + parts.resolve("dev.json"));
  }

  @Test
  void partsHaveNamesAFormatAndATable() throws IOException {
    Path parts = folder.resolve("parts");
    CommandRun run =
        CommandRun.of(
                "split",
                "--data",
                corpus,
                "--output-dir",
                parts,
                "--ratio",
                "1:1:1:1",
                "--to",
                "opennlp",
                "--map",
                "person=who")
            .exits(0)
            .prints("               part1               part2", "sentences", "location", "who");
    run.says("wrote " + parts.resolve("part4.opennlp"), "split by document with seed 1");
    assertTrue(Files.readString(parts.resolve("part2.opennlp")).contains("<START:who>"));
    CommandRun.of(
            "split", "--data", corpus, "--output-dir", parts, "--ratio", "1:1", "--names", "a,a")
        .exits(2)
        .says("expected --names as 2 different names");
    CommandRun.of("split", "--data", corpus, "--output-dir", parts, "--to", "conl")
        .exits(2)
        .says("unknown corpus format 'conl'");
  }

  @Test
  void inspectingShowsWhatIsWrongWithoutStopping() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.conll"), "a\tO\nb\n\nc\tB-person\nd\tO\n");
    Path page = folder.resolve("page.html");
    CommandRun.of("inspect", "--train", corpus, "--test", bad, "--html", page)
        .exits(0)
        .prints(
            "the project's own vocabulary: 16,000 pieces, windows of 510",
            "error: 1 bad line in test: 1 sentence could not be read",
            bad + ":2: expected 2 columns",
            "seen in train")
        .says("wrote " + page);
    assertTrue(Files.readString(page).contains("</html>"));
    CommandRun.of("inspect", "--train", corpus, "--test", bad, "--strict").exits(1);
    CommandRun json =
        CommandRun.of("inspect", "--train", corpus, "--model", model, "--strict", "--json");
    JsonObject inspection = JsonParser.parseString(json.exits(0).out()).getAsJsonObject();
    assertEquals(model.toString(), inspection.get("model").getAsString());
    CommandRun.of("inspect", "--train", corpus, "--model", model, "--base-model", "random:tiny")
        .exits(2)
        .says("--model brings its own vocabulary");
    CommandRun.of("inspect", "--train", corpus, "--html", page).exits(1).says("--force");
  }

  @Test
  void theBaselineIsJudgedByTheSameRules() {
    CommandRun.of("baseline", "--train", corpus, "--data", test, "--iterations", 20)
        .exits(0)
        .prints(
            "strict: an entity is correct if", "micro        100.00", "seen         ", "unseen ");
  }

  @Test
  void aClassifierThatWasExportedIsTrainedOn() {
    Path exported = folder.resolve("exported");
    CommandRun.of("export", "--model", model, "--output", exported).exits(0);
    CommandRun.of(
            "train",
            "--train",
            corpus,
            "--dev",
            test,
            "--base-model",
            exported,
            "--output",
            folder.resolve("more.bin"),
            "--epochs",
            1,
            "--threads",
            1)
        .exits(0)
        .says("classifier kept", "development F1 100.00");
  }

  @Test
  void testScoresAreAddedToTheCardAndErrorsShownAsAPage() throws IOException {
    Path scored = Files.copy(model, folder.resolve("scored.bin"));
    Path page = folder.resolve("errors.html");
    List<Object> arguments =
        List.of(
            "evaluate",
            "--model",
            scored,
            "--data",
            test,
            "--threads",
            1,
            "--resamples",
            100,
            "--html",
            page,
            "--add-to-card");
    CommandRun added = CommandRun.of(arguments.toArray()).exits(0);
    added.says("wrote " + page, "wrote the scores into");
    assertFalse(added.err().contains("careful"), added.err());
    String html = Files.readString(page);
    assertTrue(html.contains("Confusion between labels") && html.contains("Calibration"), html);
    CommandRun.of("package", "show", "--model", scored, "--card")
        .exits(0)
        .prints(
            "type: \"test.conll\"\n",
            "## Scores on test data\n\nData: test.conll sha256:",
            "95% intervals of F1: bootstrap, 100 resamples",
            "## Scores on the development data",
            "(packaged)");
    CommandRun.of("package", "show", "--model", scored)
        .exits(0)
        .prints("test.f1.low", "data.test", "machine.processors");
    CommandRun.of("evaluate", "--model", scored, "--data", corpus, "--add-to-card", "--threads", 1)
        .exits(0)
        .says("careful: the model learned from these data");
    CommandRun.of("package", "show", "--model", scored, "--card").exits(0).prints("do not test it");
    CommandRun.of("annotate", "--model", scored, "--tokenized", test).exits(0);
    CommandRun.of("evaluate", "--model", scored, "--data", test, "--html", page)
        .exits(1)
        .says("exists already");
    CommandRun.of("evaluate", "--data", test, "--predictions", test, "--add-to-card")
        .exits(2)
        .says("--add-to-card goes with --model");
  }
}
