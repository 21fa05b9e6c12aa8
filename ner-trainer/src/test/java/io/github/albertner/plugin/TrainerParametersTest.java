package io.github.albertner.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.weights.DataType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainerParametersTest {

  private static TrainerParameters of(String... keysAndValues) {
    Map<String, String> written = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      written.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    written.putIfAbsent("BaseModel", "random:tiny");
    return TrainerParameters.of(written);
  }

  private static void refuses(String message, String... keysAndValues) {
    String found =
        assertThrows(IllegalArgumentException.class, () -> of(keysAndValues)).getMessage();
    assertTrue(found.startsWith(message), found);
  }

  @Test
  void theDefaultsAreThoseOfTheCommandForTheBaseModel() {
    TrainerParameters random = of();
    assertEquals(TrainingDefaults.RANDOM.with(Map.of()), random.settings());
    assertEquals(0.15, random.devFraction());
    assertEquals(DataType.F32, random.storage());
    assertEquals("und", random.language());
    assertEquals(TrainingDefaults.PRETRAINED.with(Map.of()), of("BaseModel", "folder").settings());
  }

  @Test
  void everySettingOfTheCommandHasAKey() {
    String[] keysAndValues = {
      "Epochs",
      "7",
      "BatchSize",
      "9",
      "Accumulation",
      "3",
      "LearningRate",
      "0.5",
      "Schedule",
      "polynomial",
      "PolynomialPower",
      "2.5",
      "Warmup",
      "0.25",
      "WeightDecay",
      "0.5",
      "MaxGradientNorm",
      "2.0",
      "Dropout",
      "0.5",
      "WordDropout",
      "0.75",
      "LabelWeights",
      "B-a=2.0,b=0.5",
      "Freeze",
      "embeddings,encoder",
      "FreezeEpochs",
      "2",
      "Patience",
      "3",
      "MaxSamples",
      "100",
      "MaxMinutes",
      "1.5",
      "ContextPieces",
      "32",
      "AugmentMentions",
      "0.1",
      "AugmentCase",
      "0.3",
      "Device",
      "gpu:1",
      "Precision",
      "bf16",
      "Threads",
      "3",
      "Seed",
      "11"
    };
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      expected.put(ParameterKeys.settings().get(keysAndValues[i]), keysAndValues[i + 1]);
    }
    assertEquals(expected, of(keysAndValues).settings().toMap());
  }

  @Test
  void whatElseTheCommandIsToldHasAKeyToo() {
    TrainerParameters all =
        of(
            "Vocabulary",
            "v.model",
            "Embeddings",
            "e.safetensors",
            "Storage",
            "f16",
            "Language",
            "en",
            "Description",
            "notes",
            "DevData",
            "dev.conll",
            "DevFormat",
            "conll",
            "DevMap",
            "PER=person,MISC=");
    assertEquals(Optional.of(Path.of("v.model")), all.start().vocabulary());
    assertEquals(Optional.of(Path.of("e.safetensors")), all.start().embeddings());
    assertEquals(DataType.F16, all.storage());
    assertEquals("en", all.language());
    assertEquals("notes", all.description());
    assertEquals(Optional.of(Path.of("dev.conll")), all.devData());
    assertEquals("conll", all.devFormat());
    assertEquals("PER=person,MISC=", all.devMap().toString());
    assertEquals(0.4, of("DevFraction", "0.4").devFraction());
  }

  @Test
  void badValuesAreSaidByTheirKey() {
    refuses("Epochs is \"many\"; expected a whole number", "Epochs", "many");
    refuses("LearningRate is 7.0; expected above 0, below 1", "LearningRate", "7");
    refuses("Dropout is 2.0; expected", "Dropout", "2");
    refuses("WordDropout is 2.0; expected", "WordDropout", "2");
    refuses("FreezeEpochs is 1, and nothing is frozen; expected Freeze too", "FreezeEpochs", "1");
    refuses("Storage is \"f64\"; expected f32 or f16", "Storage", "f64");
    refuses("Language: language is \"en_US!\"", "Language", "en_US!");
    refuses("DevFraction is \"1\"; expected a number above 0, below 1", "DevFraction", "1");
    refuses("DevFraction is \"a\"", "DevFraction", "a");
    refuses("DevFormat says how to read DevData, which is missing", "DevFormat", "conll");
    refuses("DevData and DevFraction: expected one of them", "DevData", "d", "DevFraction", "0.1");
  }

  @Test
  void withoutABaseModelItSaysWhatToGive() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TrainerParameters.of(Map.of()))
            .getMessage();
    assertTrue(message.startsWith("BaseModel is missing; expected a folder"), message);
  }

  @Test
  void adviceThatNamesOptionsNamesKeysInstead() {
    assertEquals(
        "Raise Warmup, lower LearningRate; the warmup",
        ParameterKeys.inMessage("Raise --warmup, lower --learning-rate; the warmup"));
    assertEquals("dropouts", ParameterKeys.inMessage("dropouts"));
  }
}
