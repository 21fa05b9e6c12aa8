package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ner package}: what a package file says, and one file per type. */
class PackageCommandTest {
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of("Mr", "Smith", "lives", "in", "Rome"),
          List.of("Mr", "Rome", "lives", "in", "Smith"),
          List.of("Oslo", "waits", "Mr", "Baker", "Wood", "in", "in", "Paris", "London"));

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    Path corpus = CommandRun.toyCorpus(shared.resolve("toy.conll"), 60, 1);
    model = shared.resolve("all.bin");
    CommandRun.train(
            corpus,
            model,
            "--epochs",
            5,
            "--batch-size",
            4,
            "--learning-rate",
            2e-3,
            "--language",
            "en")
        .exits(0);
  }

  private List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void thereIsAFileForEachTypeAndTogetherTheyFindWhatTheWholeFinds() throws IOException {
    Path parts = folder.resolve("new/parts");
    CommandRun run =
        CommandRun.of("package", "split", "--model", model, "--output-dir", parts).exits(0);
    Path location = parts.resolve("en-ner-location.bin");
    Path person = parts.resolve("en-ner-person.bin");
    assertEquals(List.of(location, person), files(parts));
    run.says(
        String.format(Locale.ROOT, "wrote %s: location, %,d bytes", location, Files.size(location)),
        String.format(Locale.ROOT, "wrote %s: person, %,d bytes", person, Files.size(person)));
    assertEquals("", run.out());

    List<NameFinderME> finders = new ArrayList<>();
    for (Path part : List.of(location, person)) {
      finders.add(new NameFinderME(new TokenNameFinderModel(part)));
    }
    int found = 0;
    try (NerTagger whole = NerTagger.load(model)) {
      for (List<String> words : SENTENCES) {
        List<EntitySpan> united = new ArrayList<>();
        for (NameFinderME finder : finders) {
          for (Span span : finder.find(words.toArray(String[]::new))) {
            united.add(new EntitySpan(span.getStart(), span.getEnd(), span.getType()));
          }
        }
        united.sort(Comparator.comparingInt(EntitySpan::begin));
        List<EntitySpan> expected =
            whole.tag(words).stream()
                .map(e -> new EntitySpan(e.begin(), e.end(), e.type()))
                .toList();
        assertEquals(expected, united);
        found += expected.size();
      }
    }
    assertTrue(found >= 4, "entities: " + found);
  }

  @Test
  void someTypesAndAnotherPrefixMayBeChosen() throws IOException {
    CommandRun.of(
            "package",
            "split",
            "--model",
            model,
            "--output-dir",
            folder,
            "--types",
            "person",
            "--prefix",
            "my-")
        .exits(0);
    Path only = folder.resolve("my-person.bin");
    assertEquals(List.of(only), files(folder));
    assertEquals(List.of("person"), ModelPackage.read(only).types());
    CommandRun.of("package", "split", "--model", only, "--output-dir", folder.resolve("again"))
        .exits(0);
    assertArrayEquals(
        Files.readAllBytes(only),
        Files.readAllBytes(folder.resolve("again").resolve("en-ner-person.bin")));
    CommandRun.of(
            "package", "split", "--model", only, "--output-dir", folder, "--types", "location")
        .exits(2)
        .says("--types: the package does not report \"location\"; it reports person");
  }

  @Test
  void nothingIsWrittenWhereOneFileExists() throws IOException {
    Path precious = Files.writeString(folder.resolve("en-ner-person.bin"), "precious");
    CommandRun.of("package", "split", "--model", model, "--output-dir", folder)
        .exits(1)
        .says("en-ner-person.bin: exists already; --force replaces it");
    assertEquals(List.of(precious), files(folder));
    assertEquals("precious", Files.readString(precious));
    CommandRun.of("package", "split", "--model", model, "--output-dir", folder, "--force").exits(0);
    assertEquals(2, files(folder).size());
    assertEquals(List.of("person"), ModelPackage.read(precious).types());
  }

  @Test
  void thePackageItselfIsNeverReplaced() throws IOException {
    Path own = folder.resolve("en-ner-person.bin");
    Files.copy(model, own);
    byte[] before = Files.readAllBytes(own);
    CommandRun.of("package", "split", "--model", own, "--output-dir", folder, "--force")
        .exits(1)
        .says("is the package to split itself; choose another folder or --prefix");
    assertArrayEquals(before, Files.readAllBytes(own));
    assertEquals(List.of(own), files(folder));
  }

  @Test
  void placesThatCannotBeAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "text");
    CommandRun.of("package", "split", "--model", model, "--output-dir", text)
        .exits(1)
        .says(text + ": expected a folder, found a file");
    CommandRun.of(
            "package", "split", "--model", model, "--output-dir", folder, "--prefix", "../up-")
        .exits(2)
        .says("--prefix: expected letters", "--output-dir names the folder");
    CommandRun.of("package", "split", "--model", text, "--output-dir", folder)
        .exits(1)
        .says("found a file that is not a zip");
    assertEquals(List.of(text), files(folder));
  }

  @Test
  void aPackageIsShown() throws IOException {
    CommandRun run = CommandRun.of("package", "show", "--model", model).exits(0);
    run.prints(
        String.format(Locale.ROOT, "%s: %,d bytes\n", model, Files.size(model)),
        "format                 version 1\n",
        "language               en\n",
        "types                  location, person\n",
        "labels                 O, B-location, I-location, B-person, I-person (BIO)\n",
        "layers, hidden",
        "as F32\n",
        "weights                sha256:" + ModelPackage.read(model).weightsDigest() + "\n",
        "settings\n",
        "  epochs               5\n",
        "metrics\n",
        "provenance\n",
        "  base-model           random:tiny");
    assertEquals("", run.err());
  }

  @Test
  void programsReadTheSameAsJson() throws IOException {
    JsonObject json =
        JsonParser.parseString(
                CommandRun.of("package", "show", "--model", model, "--json").exits(0).out())
            .getAsJsonObject();
    ModelPackage read = ModelPackage.read(model);
    assertEquals(Files.size(model), json.get("bytes").getAsLong());
    assertEquals(1, json.get("formatVersion").getAsInt());
    assertEquals("[\"location\",\"person\"]", json.get("types").toString());
    assertEquals("BIO", json.get("scheme").getAsString());
    assertEquals(5, json.getAsJsonArray("labels").size());
    assertEquals(read.config().toJson(), json.get("network"));
    assertEquals(read.weightsDigest(), json.get("weightsSha256").getAsString());
    assertEquals(read.networkDigest(), json.get("networkSha256").getAsString());
    assertEquals("5", json.getAsJsonObject("settings").get("epochs").getAsString());
    long parameters =
        read.config().parameterShapes(5).values().stream()
            .mapToLong(shape -> shape.stream().reduce(1L, (a, b) -> a * b))
            .sum();
    assertEquals(parameters, json.get("parameters").getAsLong());
  }

  @Test
  void whatAPackageSaysCannotCommandTheTerminal() throws IOException {
    ModelPackage sound = ModelPackage.read(model);
    ModelManifest manifest = sound.manifest();
    Path file = folder.resolve("hostile.bin");
    new ModelPackage(
            sound.config(),
            sound.labels(),
            sound.tokenizerJson(),
            sound.weights(),
            new ModelManifest(
                1,
                "en",
                manifest.created(),
                Map.of("a", "\u001b[2Jred\rmore\u202e"),
                Map.of(),
                Map.of()),
            "")
        .write(file, false);
    CommandRun run = CommandRun.of("package", "show", "--model", file).exits(0);
    run.prints("  a                    ?[2Jred?more?\n");
    assertFalse(run.out().contains("\u001b"));
  }

  @Test
  void aTrainedPackageRunsInInt8AndSaysWhatThatCosts() throws IOException {
    ModelPackage trained = ModelPackage.read(model);
    assertFalse(trained.manifest().activationRanges().isEmpty());
    assertTrue(trained.card().contains("| int8 |"), trained.card());
    assertTrue(trained.manifest().metrics().containsKey("precision.int8.f1"));
    double f32 = trained.manifest().metrics().get("precision.f32.f1");
    double int8 = trained.manifest().metrics().get("precision.int8.f1");
    assertTrue(f32 > 0.2, "the model learned nothing: " + f32);
    assertEquals(f32, int8, 0.1);
  }

  @Test
  void aPackageWithoutRangesIsCalibratedFirst() throws IOException {
    ModelPackage trained = ModelPackage.read(model);
    Path without = folder.resolve("without.bin");
    trained
        .describedAs(trained.manifest().withActivationRanges(List.of()), "---\n---\n# A card\n")
        .write(without, false);
    Path corpus = CommandRun.toyCorpus(folder.resolve("toy.conll"), 40, 2);
    CommandRun.of("evaluate", "--model", without, "--data", corpus, "--precision", "int8")
        .exits(2)
        .says("needs the model's activation ranges", "ner package calibrate");

    Path with = folder.resolve("with.bin");
    CommandRun run =
        CommandRun.of(
                "package", "calibrate", "--model", without, "--data", corpus, "--output", with)
            .exits(0);
    assertTrue(run.out().matches("(?s).*f32 +F1 +[0-9.]+ +\\+0.00.*int8 +F1.*"), run.out());
    assertEquals(trained.weights(), ModelPackage.read(with).weights());
    assertTrue(ModelPackage.read(with).card().contains("Strict F1 on toy.conll"));
    CommandRun.of("evaluate", "--model", with, "--data", corpus, "--precision", "int8").exits(0);
  }

  @Test
  void aPrecisionThatIsNoneOfTheProcessorsIsRefused() throws IOException {
    Path corpus = CommandRun.toyCorpus(folder.resolve("toy.conll"), 4, 2);
    CommandRun.of("evaluate", "--model", model, "--data", corpus, "--precision", "f16")
        .exits(2)
        .says("precision f16 is for GPUs");
    CommandRun.train(corpus, folder.resolve("no.bin"), "--precision", "int8")
        .exits(2)
        .says("one of f32, bf16");
  }
}
