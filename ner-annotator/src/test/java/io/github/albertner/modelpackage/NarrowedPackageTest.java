package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.albertner.label.LabelSet;
import io.github.albertner.weights.DataType;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrowedPackageTest {
  @TempDir Path folder;

  private final ModelPackage all = TinyPackages.tiny();

  private ModelPackage written(ModelPackage model, String name) throws IOException {
    Path file = folder.resolve(name);
    model.write(file, false);
    return ModelPackage.read(file);
  }

  @Test
  void theTypesReportedAreWrittenAndRead() throws IOException {
    assertEquals(List.of("PER", "creative-work"), all.types());
    ModelPackage narrowed = all.withTypes(List.of("PER"));
    ModelPackage read = written(narrowed, "per.bin");
    assertEquals(List.of("PER"), read.types());
    assertEquals(TinyPackages.LABELS, read.labels());
    assertEquals(narrowed, read);
    assertNotEquals(all, read);
    assertEquals(DataType.F16, narrowed.storedAs(DataType.F16).storage());
    assertEquals(List.of("PER"), narrowed.storedAs(DataType.F16).types());
  }

  @Test
  void aTypeThatNoLabelHasIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> all.withTypes(List.of("person")));
    assertEquals(
        "no label has the type \"person\"; the types are PER, creative-work", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> all.withTypes(List.of()));
    JsonObject json = TinyPackages.MANIFEST.withTypes(List.of("PER")).toJson();
    json.addProperty("types", "PER");
    assertThrows(InvalidModelException.class, () -> ModelManifest.fromJson(json, "ner.json"));
  }

  @Test
  void packagesOfTheSameWeightsHoldThemOnce() throws IOException {
    Map<String, WeightTensor> first = written(all.withTypes(List.of("PER")), "per.bin").weights();
    Map<String, WeightTensor> other =
        written(all.withTypes(List.of("creative-work")), "work.bin").weights();
    assertSame(first, other);
    Map<String, WeightTensor> half = written(all.storedAs(DataType.F16), "half.bin").weights();
    assertNotSame(first, half);
    assertEquals(all.weights(), first);
  }

  @Test
  void onlyWhatTheNetworkComputesIsInItsDigest() throws IOException {
    String digest = all.networkDigest();
    assertTrue(digest.matches("[0-9a-f]{64}"), digest);
    assertEquals(digest, written(all, "all.bin").networkDigest());
    assertEquals(digest, all.withTypes(List.of("PER")).networkDigest());
    LabelSet renamed = LabelSet.bioOf(List.of("person", "work"));
    assertEquals(digest, with(renamed, TinyPackages.TOKENIZER, all.weights()).networkDigest());
    assertNotEquals(digest, all.storedAs(DataType.F16).networkDigest());
    assertNotEquals(
        digest, with(renamed, TinyPackages.TOKENIZER + " ", all.weights()).networkDigest());
  }

  private static ModelPackage with(
      LabelSet labels, String tokenizer, Map<String, WeightTensor> weights) {
    return new ModelPackage(
        TinyPackages.CONFIG, labels, tokenizer, weights, TinyPackages.MANIFEST, "");
  }
}
