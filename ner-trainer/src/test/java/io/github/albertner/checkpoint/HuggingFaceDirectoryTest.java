package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.label.TagScheme;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.modelpackage.ModelFile;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.DataType;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"albert-zip", "albert-legacy"})
  void baseCheckpointOfPyTorchWithoutPrefixGivesCanonicalWeights(String name) throws IOException {
    Map<String, WeightTensor> expected = Safetensors.read(Fixtures.file("expected.safetensors"));

    Checkpoint checkpoint = HuggingFaceDirectory.read(Fixtures.file(name));

    assertEquals(expected, checkpoint.weights());
    assertEquals(
        new ArrayList<>(checkpoint.config().encoderShapes().keySet()),
        new ArrayList<>(checkpoint.weights().keySet()));
    assertEquals(Optional.empty(), checkpoint.labels());
    assertEquals(Activation.GELU, checkpoint.config().activation());
    assertEquals(2, checkpoint.config().innerLayers());
    assertThrows(IllegalStateException.class, () -> checkpoint.toPackage("en", NOW));
  }

  @Test
  void newHeadIsReproducibleAndLeavesTheEncoder() throws IOException {
    Checkpoint base = HuggingFaceDirectory.read(Fixtures.file("albert-zip"));
    Checkpoint tagger = base.withNewHead(Fixtures.LABELS, 5);
    assertEquals(tagger, base.withNewHead(Fixtures.LABELS, 5));
    assertEquals(Optional.of(Fixtures.LABELS), tagger.labels());
    assertArrayEquals(new float[5], tagger.weights().get("classifier.bias").floats());
    base.weights().forEach((name, tensor) -> assertEquals(tensor, tagger.weights().get(name)));
    assertFalse(tagger.weights().equals(base.withNewHead(Fixtures.LABELS, 6).weights()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"F32", "F16"})
  void exportThenImportGivesTheSamePackage(DataType storage) throws IOException {
    ModelPackage tagger = Fixtures.tagger().storedAs(storage);
    Path folder = temporary.resolve("exported");

    HuggingFaceDirectory.write(tagger, folder, false);
    ModelPackage imported = HuggingFaceDirectory.read(folder).toPackage("xx", NOW);

    assertEquals(tagger, imported);
    Path first = temporary.resolve("first.bin");
    Path second = temporary.resolve("second.bin");
    tagger.write(first, false);
    imported.write(second, false);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void importThenExportGivesTheSameFolder() throws IOException {
    Path first = temporary.resolve("first");
    HuggingFaceDirectory.write(Fixtures.tagger(), first, false);
    for (String unknownElsewhere : List.of("ner.json", "README.md")) {
      Files.delete(first.resolve(unknownElsewhere));
    }
    Path second = temporary.resolve("second");

    Checkpoint foreign = HuggingFaceDirectory.read(first);
    HuggingFaceDirectory.write(foreign.toPackage("en", NOW), second, false);

    for (String name : List.of("config.json", "tokenizer.json", "model.safetensors")) {
      assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
    }
    Checkpoint again = HuggingFaceDirectory.read(second);
    assertEquals(foreign.labels(), again.labels());
    assertEquals(foreign.weights(), again.weights());
    assertEquals(foreign.tokenizerJson(), again.tokenizerJson());
    assertEquals("en", again.manifest().orElseThrow().language());
    assertEquals(NOW, again.manifest().orElseThrow().created());
    assertTrue(again.card().orElseThrow().contains("Entity types: PER, LOC."));
  }

  @Test
  void namesWithoutPrefixAndShardsAreRead() throws IOException {
    Path folder = exported();
    Map<String, WeightTensor> weights = Safetensors.read(folder.resolve("model.safetensors"));
    Files.delete(folder.resolve("model.safetensors"));
    JsonObject map = new JsonObject();
    List<List<WeightTensor>> shards = List.of(new ArrayList<>(), new ArrayList<>());
    for (WeightTensor tensor : weights.values()) {
      int shard = tensor.name().length() % 2;
      String bare = tensor.name().replaceFirst("^albert\\.", "");
      shards.get(shard).add(tensor.renamed(bare));
      map.addProperty(bare, "model-%s.safetensors".formatted(shard));
    }
    write(folder.resolve("model-0.safetensors"), shards.get(0));
    write(folder.resolve("model-1.safetensors"), shards.get(1));
    JsonObject index = new JsonObject();
    index.add("weight_map", map);
    Path indexFile = folder.resolve("model.safetensors.index.json");
    Files.writeString(indexFile, index.toString());

    assertEquals(Fixtures.tagger(), HuggingFaceDirectory.read(folder).toPackage("en", NOW));

    map.addProperty("elsewhere", "../model-1.safetensors");
    Files.writeString(indexFile, index.toString());
    assertTrue(
        fault(folder).endsWith("expected plain file names, found \"../model-1.safetensors\""));
    map.addProperty("elsewhere", "model-1.safetensors");
    Files.writeString(indexFile, index.toString());
    assertTrue(fault(folder).endsWith("not where it says: elsewhere in model-1.safetensors"));
    map.addProperty("elsewhere", "model-2.safetensors");
    Files.writeString(indexFile, index.toString());
    assertTrue(
        fault(folder).endsWith("model-2.safetensors: expected a safetensors file, found nothing"));
  }

  @Test
  void missingExtraAndMisshapedTensorsAreListedInOneMessage() throws IOException {
    Path folder = exported();
    Path file = folder.resolve("model.safetensors");
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    Safetensors.read(file).forEach((name, tensor) -> weights.put(name, tensor));
    weights.remove("albert.embeddings.LayerNorm.bias");
    weights.put("adapter.weight", WeightTensor.ofFloats("adapter.weight", new float[6], 2, 3));
    weights.put("classifier.bias", WeightTensor.ofFloats("classifier.bias", new float[3], 3));
    write(file, weights.values());

    assertEquals(
        file
            + " does not fit config.json: 1 tensors missing: albert.embeddings.LayerNorm.bias [4]; 1"
            + " tensors unexpected: adapter.weight [2, 3]; 1 tensors of another shape:"
            + " classifier.bias expected [5], found [3]",
        fault(folder));
  }

  @Test
  void theSameTensorWithAndWithoutPrefixIsRefused() throws IOException {
    Path folder = exported();
    Path file = folder.resolve("model.safetensors");
    Map<String, WeightTensor> weights = new LinkedHashMap<>(Safetensors.read(file));
    WeightTensor bias = weights.get("albert.embeddings.LayerNorm.bias");
    weights.put("bare", bias.renamed("embeddings.LayerNorm.bias"));
    write(file, weights.values());
    assertTrue(fault(folder).contains("is there twice, under two names"));
  }

  @Test
  void aSentenceClassifierIsABaseCheckpoint() throws IOException {
    Path folder = exported();
    changeConfig(
        folder,
        json -> {
          json.getAsJsonArray("architectures").remove(0);
          json.getAsJsonArray("architectures").add("AlbertForSequenceClassification");
          json.getAsJsonObject("id2label").addProperty("0", "positive");
        });
    assertEquals(Optional.empty(), HuggingFaceDirectory.read(folder).labels());
  }

  @Test
  void labelsAreTakenInOrderOfTheirIndex() throws IOException {
    Path folder = exported();
    changeConfig(
        folder,
        json -> {
          JsonObject shuffled =
              JsonParser.parseString(
                      "{'4':'I-B','0':'B-A','2':'O','3':'B-B','1':'I-A'}".replace('\'', '"'))
                  .getAsJsonObject();
          json.add("id2label", shuffled);
        });
    assertEquals(
        List.of("B-A", "I-A", "O", "B-B", "I-B"),
        HuggingFaceDirectory.read(folder).labels().orElseThrow().labels());
  }

  /** Bases are published with heads of all kinds; training gives a new one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'0':'LABEL_0','1':'LABEL_1','2':'LABEL_2','3':'LABEL_3','4':'LABEL_4'}",
        "{'0':'NOUN','1':'VERB','2':'ADJ','3':'DET','4':'X'}",
        "{'0':'0','1':'1','2':'2','3':'3','4':'4'}",
        "{'0':'[PAD]','1':'O','2':'B-A','3':'I-A','4':'B-B'}",
        "{'0':'O','1':'B-A','2':'I-A'}",
        "null"
      })
  void aClassifierThatCannotTagNamesIsLeftOutAndTheReasonKept(String names) throws IOException {
    Path folder = exported();
    changeConfig(
        folder, json -> json.add("id2label", JsonParser.parseString(names.replace('\'', '"'))));
    Checkpoint base = HuggingFaceDirectory.read(folder);
    assertEquals(Optional.empty(), base.labels());
    assertFalse(base.weights().containsKey("classifier.weight"));
    assertTrue(base.unusedHead().orElseThrow().startsWith(folder.resolve("config.json") + ": "));
    assertEquals(Optional.empty(), base.withNewHead(Fixtures.LABELS, 1).unusedHead());

    assertTrue(fault(folder).contains("say what the rows mean"), fault(folder));
    List<String> given = List.of("O", "B-X", "I-X", "B-Y", "I-Y");
    assertEquals(
        given,
        HuggingFaceDirectory.readTagger(folder, Optional.empty(), Optional.of(given))
            .labels()
            .orElseThrow()
            .labels());
  }

  @Test
  void weightsOfDataParallelAndTensorFlowNames() throws IOException {
    Path folder = exported();
    Checkpoint expected = HuggingFaceDirectory.read(folder);
    Path file = folder.resolve("model.safetensors");
    List<WeightTensor> renamed = new ArrayList<>();
    for (WeightTensor tensor : Safetensors.read(file).values()) {
      String name =
          tensor
              .name()
              .replaceFirst("(LayerNorm|layer_norm)\\.weight$", "$1.gamma")
              .replaceFirst("(LayerNorm|layer_norm)\\.bias$", "$1.beta");
      renamed.add(tensor.renamed("module." + name));
    }
    assertTrue(renamed.stream().filter(t -> t.name().matches(".*(gamma|beta)")).count() > 4);
    write(file, renamed);
    assertEquals(expected, HuggingFaceDirectory.read(folder));
  }

  @Test
  void theSchemeOfLabelsThatDoNotTellItIsKept() throws IOException {
    Path folder = exported();
    changeConfig(folder, json -> json.addProperty("ner_tag_scheme", "IOB1"));
    ModelPackage model = HuggingFaceDirectory.read(folder).toPackage("en", NOW);
    assertEquals(TagScheme.IOB1, model.labels().scheme());
    Path again = temporary.resolve("again");
    HuggingFaceDirectory.write(model, again, false);
    assertEquals(model.labels(), HuggingFaceDirectory.read(again).labels().orElseThrow());
    changeConfig(folder, json -> json.addProperty("ner_tag_scheme", "BIOES"));
    assertTrue(fault(folder).contains("expected labels of BIOES, found those of BIO"));
    changeConfig(folder, json -> json.addProperty("ner_tag_scheme", "IOB7"));
    assertTrue(fault(folder).contains("id2label: "), fault(folder));
  }

  @Test
  void labelFaultsAreReported() throws IOException {
    Path folder = exported();
    changeConfig(folder, json -> json.getAsJsonObject("id2label").remove("1"));
    assertTrue(fault(folder).contains("config.json: id2label has no label 1, but has {0=O, 2="));
    changeConfig(folder, json -> json.remove("id2label"));
    assertTrue(fault(folder).contains("expected id2label, which names the classifier's labels"));
    changeConfig(
        folder,
        json ->
            json.add("id2label", JsonParser.parseString("{\"0\":\"LABEL_0\",\"1\":\"LABEL_1\"}")));
    assertTrue(fault(folder).contains("config.json: id2label: "), fault(folder));
    changeConfig(
        folder,
        json ->
            json.add(
                "id2label", JsonParser.parseString("{\"0\":\"O\",\"1\":\"B-A\",\"2\":\"I-A\"}")));
    assertTrue(
        fault(folder).contains("a label for each of the classifier's 5 rows, found 3 labels"),
        fault(folder));
  }

  @Test
  void otherNetworksAreRefused() throws IOException {
    Path folder = exported();
    changeConfig(folder, json -> json.addProperty("model_type", "bert"));
    assertTrue(fault(folder).endsWith("expected \"model_type\": \"albert\", found \"bert\""));
    changeConfig(
        folder,
        json -> {
          json.addProperty("model_type", "albert");
          json.addProperty("position_embedding_type", "relative_key");
        });
    assertTrue(fault(folder).contains("expected \"position_embedding_type\": \"absolute\""));
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    assertTrue(fault(temporary).endsWith("a Hugging Face checkpoint, found no such file"));
    Path folder = exported();
    Files.delete(folder.resolve("model.safetensors"));
    assertTrue(fault(folder).contains("expected weights in model.safetensors, model.safetensors."));
    Files.writeString(folder.resolve("config.json"), "{");
    assertTrue(fault(folder).contains("config.json: expected a JSON object"), fault(folder));
  }

  @Test
  void truncatedWeightsAreNamed() throws IOException {
    Path folder = exported();
    Path file = folder.resolve("model.safetensors");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertTrue(fault(folder).startsWith(file + ": tensor "), fault(folder));
    assertTrue(fault(folder).endsWith("it is truncated"), fault(folder));
  }

  @Test
  void aTokenizerLargerThanTheEmbeddingIsRefused() throws IOException {
    Path folder = exported();
    changeConfig(folder, json -> json.addProperty("vocab_size", 10));
    Path file = folder.resolve("model.safetensors");
    Map<String, WeightTensor> weights = new LinkedHashMap<>(Safetensors.read(file));
    String words = "albert.embeddings.word_embeddings.weight";
    weights.put(words, WeightTensor.ofFloats(words, new float[40], 10, 4));
    write(file, weights.values());
    assertTrue(
        fault(folder).endsWith("the tokenizer has 11 pieces, but vocab_size in config.json is 10"));
  }

  @Test
  void theTokenizersPieceIdsReplaceThoseOfTheConfiguration() throws IOException {
    Path folder = exported();
    changeConfig(
        folder,
        json -> {
          json.addProperty("bos_token_id", 7);
          json.remove("eos_token_id");
        });
    AlbertConfig config = HuggingFaceDirectory.read(folder).config();
    assertEquals(List.of(0, 2, 3), List.of(config.padId(), config.classId(), config.separatorId()));
  }

  @Test
  void anExistingFolderIsKeptUnlessOverwritingIsAllowed() throws IOException {
    Path folder = exported();
    Files.writeString(folder.resolve("config.json"), "precious");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    ModelPackage tagger = Fixtures.tagger();
    assertThrows(
        FileAlreadyExistsException.class, () -> HuggingFaceDirectory.write(tagger, folder, false));
    assertEquals("precious", Files.readString(folder.resolve("config.json")));

    HuggingFaceDirectory.write(tagger, folder, true);

    assertEquals(tagger, HuggingFaceDirectory.read(folder).toPackage("en", NOW));
    assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
    try (Stream<Path> files = Files.list(temporary)) {
      assertEquals(List.of(folder), files.toList());
    }
  }

  @Test
  void aFailureWhileExportingLeavesNothing() throws IOException {
    Path folder = temporary.resolve("export");
    Path precious = Files.writeString(temporary.resolve("file"), "mine");
    List<ModelFile> files = new ArrayList<>(Fixtures.tagger().folder());
    files.add(
        new ModelFile(
            "last",
            target -> {
              throw new IOException("No space left on device");
            }));
    IOException e = assertThrows(IOException.class, () -> StagedFolder.write(folder, false, files));
    assertTrue(e.getMessage().startsWith("cannot save " + folder), e.getMessage());
    assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(precious), left.toList());
    }
    assertThrows(
        IOException.class, () -> StagedFolder.write(temporary.resolve("no/where"), false, files));
    assertThrows(IOException.class, () -> StagedFolder.write(precious, true, files));
  }

  private Path exported() throws IOException {
    Path folder = temporary.resolve("exported");
    HuggingFaceDirectory.write(Fixtures.tagger(), folder, false);
    return folder;
  }

  private static String fault(Path folder) {
    return assertThrows(
            InvalidModelException.class,
            () -> HuggingFaceDirectory.readTagger(folder, Optional.empty(), Optional.empty()))
        .getMessage();
  }

  private static void changeConfig(Path folder, Consumer<JsonObject> change) throws IOException {
    Path file = folder.resolve("config.json");
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    change.accept(json);
    Files.writeString(file, json.toString());
  }

  private static void write(Path file, Collection<WeightTensor> tensors) throws IOException {
    Path next = file.resolveSibling("next");
    try (FileChannel channel =
        FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Map<String, WeightTensor> byName = new LinkedHashMap<>();
      tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
      Safetensors.write(channel, byName.values(), Map.of());
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
