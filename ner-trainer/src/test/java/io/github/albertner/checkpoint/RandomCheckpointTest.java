package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomCheckpointTest {
  private static final Path VOCABULARY = Fixtures.file("albert-zip/tokenizer.json");

  @ParameterizedTest
  @CsvSource({
    "TINY, 64, 128, 2, 2, 512, 0.1",
    "SMALL, 128, 256, 4, 4, 1024, 0.1",
    "BASE, 128, 768, 12, 12, 3072, 0",
  })
  void sizesAreThoseDocumented(
      RandomCheckpoint size, int e, int h, int layers, int heads, int f, double dropout)
      throws IOException {
    Checkpoint checkpoint = size.create(1, VOCABULARY);
    AlbertConfig config = checkpoint.config();
    assertEquals(11, config.vocabularySize());
    assertEquals(e, config.embeddingSize());
    assertEquals(h, config.hiddenSize());
    assertEquals(layers, config.layers());
    assertEquals(heads, config.heads());
    assertEquals(f, config.intermediateSize());
    assertEquals(dropout, config.hiddenDropout());
    assertEquals(dropout, config.attentionDropout());
    assertEquals(2, config.classId());
    assertEquals(3, config.separatorId());
    assertEquals(Optional.empty(), checkpoint.labels());
  }

  @Test
  void weightsAreTruncatedNormalOrConstant() throws IOException {
    Checkpoint checkpoint = RandomCheckpoint.TINY.create(1, VOCABULARY);
    checkpoint
        .weights()
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.floats();
              if (name.endsWith(".bias")) {
                assertTrue(all(values, 0), name);
              } else if (name.contains("LayerNorm") || name.contains("layer_norm")) {
                assertTrue(all(values, 1), name);
              } else {
                double sum = 0;
                double squares = 0;
                float largest = 0;
                for (float value : values) {
                  sum += value;
                  squares += (double) value * value;
                  largest = Math.max(largest, Math.abs(value));
                }
                assertTrue(largest <= 0.04f, name);
                if (values.length > 10_000) {
                  // A normal cut at two deviations has 0.8796 of the deviation.
                  assertEquals(0, sum / values.length, 1e-3, name);
                  assertEquals(0.8796 * 0.02, Math.sqrt(squares / values.length), 5e-4, name);
                }
              }
            });
    float[] words = checkpoint.weights().get("albert.embeddings.word_embeddings.weight").floats();
    assertTrue(all(Arrays.copyOfRange(words, 0, 64), 0), "padding row");
    assertNotEquals(0, words[64]);
  }

  @Test
  void seedDecidesTheWeights() throws IOException {
    assertEquals(
        RandomCheckpoint.TINY.create(1, VOCABULARY), RandomCheckpoint.TINY.create(1, VOCABULARY));
    assertNotEquals(
        RandomCheckpoint.TINY.create(1, VOCABULARY).weights(),
        RandomCheckpoint.TINY.create(2, VOCABULARY).weights());
  }

  @Test
  void weightsAreTheSameOnEveryPlatform() throws IOException {
    CRC32 crc = new CRC32();
    for (WeightTensor tensor : RandomCheckpoint.TINY.create(1, VOCABULARY).weights().values()) {
      crc.update(tensor.data());
    }
    assertEquals("e79cbe6f", Long.toHexString(crc.getValue())); // recorded on Linux, JDK 17
  }

  @Test
  void theProjectsOwnVocabularyIsTheDefault() throws IOException {
    Checkpoint checkpoint = RandomCheckpoint.TINY.create(1);
    assertTrue(checkpoint.config().vocabularySize() > 10_000);
    assertEquals("random:tiny, seed 1", checkpoint.origin());
  }

  private static boolean all(float[] values, float expected) {
    for (float value : values) {
      if (value != expected) {
        return false;
      }
    }
    return true;
  }
}
