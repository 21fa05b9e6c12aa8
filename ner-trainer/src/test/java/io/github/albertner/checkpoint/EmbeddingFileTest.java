package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingFileTest {

  @TempDir private Path folder;

  private static float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i / 1e6f;
    }
    return values;
  }

  @Test
  void replacesTheEmbeddingsAndNothingElse() throws IOException {
    Checkpoint base = RandomCheckpoint.TINY.create(1);
    int rows = base.config().vocabularySize();
    float[] values = values(rows * base.config().embeddingSize());
    Path file = folder.resolve("e.safetensors");
    EmbeddingFile.write(file, false, values, rows, base.tokenizerJson(), Map.of("window", "5"));
    assertEquals("5", Safetensors.metadata(file).get("window"));
    Checkpoint changed = EmbeddingFile.into(base, file);
    assertArrayEquals(values, changed.weights().get(EmbeddingFile.TENSOR).floats());
    base.weights()
        .forEach(
            (name, weight) -> {
              if (!name.equals(EmbeddingFile.TENSOR)) {
                assertEquals(weight, changed.weights().get(name));
              }
            });
    assertEquals("random:tiny, seed 1, embeddings e.safetensors", changed.origin());
  }

  @Test
  void otherSizesAndOtherVocabulariesAreRefused() throws IOException {
    Checkpoint base = RandomCheckpoint.TINY.create(1);
    int rows = base.config().vocabularySize();
    Path file = folder.resolve("e.safetensors");
    EmbeddingFile.write(file, false, values(rows * 32), rows, base.tokenizerJson(), Map.of());
    assertTrue(
        assertThrows(InvalidModelException.class, () -> EmbeddingFile.into(base, file))
            .getMessage()
            .contains("of shape [16000, 64], as the base model has, found [16000, 32]"));
    EmbeddingFile.write(file, true, values(rows * 64), rows, "{}", Map.of());
    assertTrue(
        assertThrows(InvalidModelException.class, () -> EmbeddingFile.into(base, file))
            .getMessage()
            .contains("found those of another one of as many pieces"));
  }
}
