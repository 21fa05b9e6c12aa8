package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.weights.DataType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one setting that matters for use: how much of its neighbours a sentence is seen with. */
class ContextPackageTest {
  @TempDir Path folder;

  private static ModelManifest manifest(Map<String, String> settings) {
    ModelManifest tiny = TinyPackages.MANIFEST;
    return new ModelManifest(
        tiny.formatVersion(),
        tiny.language(),
        tiny.created(),
        settings,
        tiny.metrics(),
        tiny.provenance());
  }

  private static ModelPackage tiny(Map<String, String> settings) {
    return new ModelPackage(
        TinyPackages.CONFIG,
        TinyPackages.LABELS,
        TinyPackages.TOKENIZER,
        TinyPackages.weights(),
        manifest(settings),
        "# A card");
  }

  @Test
  void itIsKeptInFilesEntriesFoldersNarrowedAndConvertedPackages() throws IOException {
    ModelPackage model = tiny(Map.of("context-pieces", "48"));
    Path file = folder.resolve("model.bin");
    model.write(file, false);
    assertEquals(48, ModelPackage.read(file).manifest().contextPieces());
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    model.write(entry);
    assertEquals(
        48,
        ModelPackage.readEntry(new ByteArrayInputStream(entry.toByteArray()))
            .manifest()
            .contextPieces());
    assertEquals(48, model.withTypes(List.of("PER")).manifest().contextPieces());
    assertEquals(48, model.storedAs(DataType.F16).manifest().contextPieces());
    assertTrue(model.folder().stream().anyMatch(member -> member.name().equals("ner.json")));
    JsonObject json =
        JsonParser.parseString(model.manifest().toJson().toString()).getAsJsonObject();
    assertEquals(48, ModelManifest.fromJson(json, "ner.json").contextPieces());
  }

  @Test
  void packagesWithoutItAreForSentencesOnTheirOwn() {
    assertEquals(0, tiny(Map.of("epochs", "3")).manifest().contextPieces());
    assertEquals(0, tiny(Map.of("context-pieces", "0")).manifest().contextPieces());
    assertEquals(512, tiny(Map.of("context-pieces", "512")).manifest().contextPieces());
  }

  @Test
  void packagesThatDifferInItHaveTheSameNetwork() {
    assertEquals(
        tiny(Map.of()).networkDigest(), tiny(Map.of("context-pieces", "48")).networkDigest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "513", "2147483647", "1e2", "", " 1", "\uFF11", "1.0", "0x10"})
  void anythingElseIsRefused(String value) {
    JsonObject json = manifest(Map.of("context-pieces", "1")).toJson();
    json.getAsJsonObject("settings").addProperty("context-pieces", value);
    InvalidModelException e =
        assertThrows(
            InvalidModelException.class, () -> ModelManifest.fromJson(json, "x.bin: ner.json"));
    assertTrue(
        e.getMessage().endsWith("setting context-pieces is \"" + value + "\"; expected 0 to 512"),
        e.getMessage());
  }

  @Test
  void aLongValueIsNotRepeatedWhole() {
    JsonObject json = manifest(Map.of()).toJson();
    json.getAsJsonObject("settings").addProperty("context-pieces", "9".repeat(1_000_000));
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> ModelManifest.fromJson(json, "ner.json"));
    assertTrue(e.getMessage().getBytes(StandardCharsets.UTF_8).length < 500, e.getMessage());
  }
}
