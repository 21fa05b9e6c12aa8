package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.modelpackage.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseModelsTest {
  private static final Path VOCABULARY = Fixtures.file("albert-zip/tokenizer.json");

  @Test
  void folderAndRandomAreFound() throws IOException {
    Path folder = Fixtures.file("albert-zip");
    assertEquals(
        HuggingFaceDirectory.read(folder),
        BaseModels.resolve(folder.toString(), Optional.empty(), 1));
    assertEquals(
        RandomCheckpoint.SMALL.create(4, VOCABULARY),
        BaseModels.resolve("random:small", Optional.of(VOCABULARY), 4));
  }

  @Test
  void sizesOfRandomWeightsCanBeChanged() throws IOException {
    String name = "random:tiny,layers=5,hidden=96,heads=3,feed-forward=200,embedding=32";
    Checkpoint checkpoint = BaseModels.resolve(name, Optional.of(VOCABULARY), 1);
    assertEquals(5, checkpoint.config().layers());
    assertEquals(96, checkpoint.config().hiddenSize());
    assertEquals(3, checkpoint.config().heads());
    assertEquals(200, checkpoint.config().intermediateSize());
    assertEquals(32, checkpoint.config().embeddingSize());
    assertEquals(name + ", seed 1", checkpoint.origin());
    assertEquals(96, BaseModels.hiddenSize(name).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "'random:tiny,layer=5', '\"layer=5\" (did you mean layers?); what can be given is"
        + " embedding, hidden, layers, heads, feed-forward, attention'",
    "'random:tiny,layers=0', '\"layers=0\"; expected layers=NUMBER, with a number of at least 1'",
    "'random:tiny,heads=3', 'hidden size 128, which is no multiple of 3 heads'",
    "random:huge, no such size",
    "no-such-folder, no such folder",
    "'albert/albert-base-v2', 'no such folder; if this is a model hub id, download its files into a"
        + " folder first'",
    "pom.xml, 'a file; if it is a model package, export it to a folder first'",
  })
  void anythingElseIsExplained(String name, String found) {
    InvalidModelException e =
        assertThrows(
            InvalidModelException.class, () -> BaseModels.resolve(name, Optional.empty(), 1));
    assertEquals(
        "base model "
            + name
            + ": expected a folder with a Hugging Face checkpoint, or random: followed by one of tiny,"
            + " small, base; found "
            + found,
        e.getMessage());
  }

  /** The project's own base model: with a head that is gone on with, and small enough to ship. */
  @Test
  void theShippedBaseModelIsAWholeLanguageModel() throws IOException {
    Path folder = Path.of(System.getProperty("ner.root"), "models/english-albert");
    LanguageModel.Start start = LanguageModel.start(StartingPoint.of(folder.toString()), 1);
    assertFalse(start.headIsFresh());
    assertEquals(16_000, start.model().vocabularySize());
    assertEquals(4, start.model().config().layers());
    assertTrue(Files.size(folder.resolve("model.safetensors")) < 7_000_000);
  }
}
