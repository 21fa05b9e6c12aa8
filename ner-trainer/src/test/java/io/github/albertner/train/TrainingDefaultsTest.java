package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.albertner.checkpoint.BaseModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingDefaultsTest {
  @TempDir private Path folder;

  /** Hidden sizes are those of the published ALBERTs and of the random ones. */
  @ParameterizedTest
  @CsvSource({
    "256, PRETRAINED_SMALL, 3e-4, 32",
    "512, PRETRAINED, 3e-5, 16",
    "768, PRETRAINED, 3e-5, 16",
    "1024, PRETRAINED_LARGE, 1e-5, 32",
    "2048, PRETRAINED_XLARGE, 5e-6, 32",
    "4096, PRETRAINED_XLARGE, 5e-6, 32"
  })
  void followTheSizeOfAPretrainedEncoder(
      int hiddenSize, TrainingDefaults expected, double rate, int batchSize) throws IOException {
    JsonObject config = BaseModels.resolve("random:tiny", Optional.empty(), 1).config().toJson();
    config.addProperty("hidden_size", hiddenSize);
    config.addProperty("num_attention_heads", 16);
    Files.writeString(folder.resolve("config.json"), config.toString());
    TrainingDefaults found = TrainingDefaults.forBaseModel(folder.toString());
    assertEquals(expected, found);
    TrainingSettings settings = found.with(Map.of());
    assertEquals(rate, settings.rate().learningRate());
    assertEquals(batchSize, settings.batchSize());
    assertEquals(5, settings.epochs());
  }

  @ParameterizedTest
  @CsvSource({"random:tiny, RANDOM", "random:small, RANDOM", "random:base, RANDOM_BASE"})
  void followTheSizeOfRandomWeights(String name, TrainingDefaults expected) {
    assertEquals(expected, TrainingDefaults.forBaseModel(name));
    assertEquals(20, expected.with(Map.of()).epochs());
  }

  @Test
  void ofWhatCannotBeReadAreThoseOfBaseSize() {
    assertEquals(TrainingDefaults.PRETRAINED, TrainingDefaults.forBaseModel("no-such-folder"));
    assertEquals(TrainingDefaults.RANDOM, TrainingDefaults.forBaseModel("random:huge"));
  }
}
