package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.network.ActivationRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What 8-bit integers need is part of a package, and part of what its network computes. */
class ActivationRangesInPackagesTest {
  private static final List<ActivationRange> RANGES =
      List.of(new ActivationRange(-1.25f, 3.0000002f), new ActivationRange(0, 1e-3f));

  @TempDir Path folder;

  private static ModelPackage tiny(List<ActivationRange> ranges) {
    return new ModelPackage(
        TinyPackages.CONFIG,
        TinyPackages.LABELS,
        TinyPackages.TOKENIZER,
        TinyPackages.weights(),
        TinyPackages.MANIFEST.withActivationRanges(ranges),
        "# A card");
  }

  @Test
  void theyAreKeptToTheLastBitAndThroughEveryChange() throws IOException {
    ModelPackage model = tiny(RANGES);
    Path file = folder.resolve("model.bin");
    model.write(file, false);
    assertEquals(RANGES, ModelPackage.read(file).manifest().activationRanges());
    ModelPackage narrowed = model.withTypes(List.of(model.types().get(0)));
    assertEquals(RANGES, narrowed.manifest().activationRanges());
    ModelManifest scored = model.manifest().withScores(java.util.Map.of(), java.util.Map.of());
    assertEquals(RANGES, scored.activationRanges());
    assertEquals(model.manifest().types(), scored.types());
  }

  @Test
  void packagesWithOtherRangesDoNotShareANetwork() {
    assertEquals(tiny(RANGES).networkDigest(), tiny(RANGES).networkDigest());
    assertNotEquals(tiny(RANGES).networkDigest(), tiny(List.of()).networkDigest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[[1]]", "[[1,2,3]]", "[1]", "[[2,3]]", "[[-1,-2]]", "[[0,0]]", "[[0,1e60]]", "7"})
  void rangesThatAreNoneAreRefused(String ranges) {
    JsonObject json = tiny(List.of()).manifest().toJson();
    json.add("activationRanges", JsonParser.parseString(ranges));
    InvalidModelException e =
        assertThrows(
            InvalidModelException.class, () -> ModelManifest.fromJson(json, "x.bin/ner.json"));
    assertTrue(e.getMessage().startsWith("x.bin/ner.json"), e.getMessage());
  }
}
