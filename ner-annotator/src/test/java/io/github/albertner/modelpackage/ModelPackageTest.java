package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.weights.DataType;
import io.github.albertner.weights.WeightTensor;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackageTest {
  @TempDir Path folder;

  private final ModelPackage tiny = TinyPackages.tiny();

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("model.bin");
    tiny.write(file, false);
    ModelPackage read = ModelPackage.read(file);
    assertEquals(tiny, read);
    assertEquals(
        new ArrayList<>(TinyPackages.CONFIG.parameterShapes(5).keySet()),
        new ArrayList<>(read.weights().keySet()));
    assertTrue(read.weights().values().stream().allMatch(t -> t.data().isDirect()));
  }

  @Test
  void sameContentGivesSameBytes() throws IOException {
    Path first = folder.resolve("first.bin");
    Path second = folder.resolve("second.bin");
    tiny.write(first, false);
    ModelPackage.read(first).write(second, false);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void theFileIsAnOpenNlpModelWhoseStoredEntryAStreamCanRead() throws IOException {
    Path file = folder.resolve("model.bin");
    tiny.write(file, false);
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      ZipEntry manifest = zip.getNextEntry();
      assertEquals("manifest.properties", manifest.getName());
      Properties properties = new Properties();
      properties.load(zip);
      assertEquals(
          Map.of(
              "Component-Name", "NameFinderME",
              "Language", "en",
              "Manifest-Version", "1.0",
              "OpenNLP-Version", "1.6.0",
              "Timestamp", "1795255872000",
              "serializer-class-nameFinder.model", "opennlp.albert.AlbertModelSerializer"),
          properties);
      zip.closeEntry();
      ZipEntry entry = zip.getNextEntry();
      assertEquals("nameFinder.model", entry.getName());
      assertEquals(ZipEntry.STORED, entry.getMethod());
      assertEquals(tiny, ModelPackage.readEntry(zip));
      zip.closeEntry();
      assertNull(zip.getNextEntry());
    }
  }

  @Test
  void aPackageThatOpenNlpWroteAgainIsRead() throws IOException {
    Path file = folder.resolve("model.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("nameFinder.model"));
      tiny.write(zip);
      zip.putNextEntry(new ZipEntry("manifest.properties"));
      zip.write(
          PackageLayout.openNlpManifest(tiny.manifest()).getBytes(StandardCharsets.ISO_8859_1));
    }
    assertEquals(tiny, ModelPackage.read(file));
  }

  @Test
  void theStreamIsReadToItsEndAndLeftOpen() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tiny.write(bytes);
    boolean[] closed = {false};
    InputStream in =
        new ByteArrayInputStream(bytes.toByteArray()) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertEquals(tiny, ModelPackage.readEntry(in));
    assertEquals(false, closed[0]);
  }

  @Test
  void halfPrecisionStorageHalvesTheWeights() throws IOException {
    ModelPackage half = tiny.storedAs(DataType.F16);
    Path file = folder.resolve("half.bin");
    half.write(file, false);
    ModelPackage read = ModelPackage.read(file);
    assertEquals(half, read);
    assertNotEquals(tiny, read);
    assertSame(read, read.storedAs(DataType.F16));
    for (WeightTensor tensor : read.weights().values()) {
      assertEquals(DataType.F16, tensor.dataType());
      assertArrayEquals(
          tiny.weights().get(tensor.name()).floats(), tensor.floats(), 2e-3f, tensor.name());
    }
    assertThrows(IllegalArgumentException.class, () -> tiny.storedAs(DataType.BF16));
  }

  @Test
  void theFolderIsWhatTransformersExpects() throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (ModelFile file : tiny.folder()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.content().writeTo(Channels.newChannel(out));
      texts.put(file.name(), out.toString(StandardCharsets.UTF_8));
    }
    assertEquals(7, texts.size());
    JsonObject config = JsonParser.parseString(texts.get("config.json")).getAsJsonObject();
    assertEquals("[\"AlbertForTokenClassification\"]", config.get("architectures").toString());
    assertEquals("albert", config.get("model_type").getAsString());
    assertEquals("float32", config.get("torch_dtype").getAsString());
    assertEquals(
        "{\"0\":\"O\",\"1\":\"B-PER\",\"2\":\"I-PER\",\"3\":\"B-creative-work\",\"4\":\"I-creative-work\"}",
        config.get("id2label").toString());
    assertEquals(3, config.getAsJsonObject("label2id").get("B-creative-work").getAsInt());
    JsonObject tokenizer =
        JsonParser.parseString(texts.get("tokenizer_config.json")).getAsJsonObject();
    assertEquals("PreTrainedTokenizerFast", tokenizer.get("tokenizer_class").getAsString());
    assertTrue(tokenizer.get("do_lower_case").getAsBoolean());
    assertTrue(tokenizer.get("keep_accents").getAsBoolean());
    assertEquals(8, tokenizer.get("model_max_length").getAsInt());
    assertEquals(
        "{\"bos_token\":\"[CLS]\",\"eos_token\":\"[SEP]\",\"cls_token\":\"[CLS]\",\"sep_token\":\"[SEP]\","
            + "\"unk_token\":\"<unk>\",\"pad_token\":\"<pad>\",\"mask_token\":\"[MASK]\"}",
        JsonParser.parseString(texts.get("special_tokens_map.json")).toString());
    assertEquals("# A card \u00e9\n", texts.get("README.md"));
    assertEquals(TinyPackages.TOKENIZER, texts.get("tokenizer.json"));
    ModelManifest manifest =
        ModelManifest.fromJson(
            JsonParser.parseString(texts.get("ner.json")).getAsJsonObject(), "ner.json");
    assertEquals(tiny.manifest(), manifest);
  }

  @Test
  void wrongWeightsAreRefusedInOneMessage() {
    Map<String, WeightTensor> weights = TinyPackages.weights();
    weights.remove("albert.embeddings.LayerNorm.bias");
    weights.put("surplus", WeightTensor.ofFloats("surplus", new float[6], 2, 3));
    weights.put(
        "classifier.weight", WeightTensor.ofFloats("classifier.weight", new float[12], 3, 4));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ModelPackage(
                    TinyPackages.CONFIG,
                    TinyPackages.LABELS,
                    TinyPackages.TOKENIZER,
                    weights,
                    TinyPackages.MANIFEST,
                    ""));
    assertEquals(
        "weights do not fit the configuration: config.json has 5 labels, but classifier.weight has 3"
            + " rows; 1 tensors missing: albert.embeddings.LayerNorm.bias [4]; 1 tensors unexpected:"
            + " surplus [2, 3]; 1 tensors of another shape: classifier.weight expected [5, 4], found"
            + " [3, 4]",
        e.getMessage());
  }

  @Test
  void existingFileIsKeptUnlessOverwritingIsAllowed() throws IOException {
    Path file = folder.resolve("model.bin");
    Files.writeString(file, "precious");
    assertThrows(IOException.class, () -> tiny.write(file, false));
    assertEquals("precious", Files.readString(file));
    tiny.write(file, true);
    assertEquals(tiny, ModelPackage.read(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }
}
