package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingSettingsTest {

  @ParameterizedTest
  @EnumSource(TrainingDefaults.class)
  void defaultsAreCompleteAndSurviveTheirOwnText(TrainingDefaults defaults) {
    TrainingSettings settings = defaults.with(Map.of("threads", "2"));
    assertEquals(settings, TrainingSettings.of(settings.toMap()));
  }

  @Test
  void chosenSettingsWin() {
    TrainingSettings settings =
        TrainingDefaults.PRETRAINED.with(Map.of("epochs", "7", "precision", "BF16"));
    assertEquals(7, settings.epochs());
    assertEquals("bf16", settings.toMap().get("precision"));
    assertEquals(3e-5, settings.rate().learningRate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs | 0 | epochs is 0; expected at least 1",
        "epochs | three | epochs is \"three\"; expected a whole number",
        "learning-rate | 1 | learning-rate is 1.0; expected above 0, below 1",
        "learning-rate | NaN | learning-rate is NaN; expected above 0, below 1",
        "warmup | -0.1 | warmup is -0.1; expected a share from 0 to less than 1, or a whole number of updates",
        "warmup | 1.5 | warmup is 1.5; expected a share from 0 to less than 1, or a whole number of updates",
        "schedule | step | schedule is \"step\"; expected one of linear, cosine, constant, polynomial",
        "polynomial-power | 2 | polynomial-power is 2.0, and --schedule linear has no power; expected --schedule polynomial",
        "label-weights | balanced | label-weights is \"balanced\"; expected none, or LABEL=WEIGHT,... with weights above 0",
        "label-weights | O=0 | label-weights is \"O=0\"; expected none, or LABEL=WEIGHT,... with weights above 0",
        "label-weights | O=1,O=2 | label-weights is \"O=1,O=2\"; expected none, or LABEL=WEIGHT,... with weights above 0",
        "freeze | classifier | freeze is \"classifier\"; expected none, embeddings, encoder, or embeddings,encoder",
        "freeze-epochs | 1 | freeze-epochs is 1, and nothing is frozen; expected --freeze too",
        "freeze-epochs | -1 | freeze-epochs is -1; expected at least 0",
        "patience | 5 | patience is 5; expected fewer than the run's 5 --epochs, or 0 for no early stop",
        "max-samples | -1 | max-samples is -1; expected at least 0",
        "max-minutes | -1 | max-minutes is -1.0; expected 0 to 1,000,000",
        "context-pieces | -1 | context-pieces is -1; expected 0 to 512",
        "augment-mentions | 1.5 | augment-mentions is 1.5; expected 0 to 1",
        "augment-case | NaN | augment-case is NaN; expected 0 to 1",
        "dropout | -0.1 | dropout is -0.1; expected 0 to less than 1",
        "dropout | own | dropout is \"own\"; expected a number or config",
        "accumulation | 17 | accumulation is 17; expected at most the batch size, 16",
        "precision | f8 | precision is \"f8\"; expected one of f32, bf16"
      })
  void wrongValuesAreNamed(String name, String value, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TrainingDefaults.PRETRAINED.with(Map.of(name, value)));
    assertEquals(message, e.getMessage());
  }

  @Test
  void unknownSettingsAreRefusedWithTheKnownOnes() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TrainingDefaults.PRETRAINED.with(Map.of("epoch", "3")));
    assertTrue(
        e.getMessage()
            .startsWith("unknown setting \"epoch\" (did you mean epochs?); the settings are "));
  }

  @Test
  void everySettingSurvivesItsText() {
    Map<String, String> chosen = new LinkedHashMap<>();
    String[] namesAndValues = {
      "epochs",
      "7",
      "batch-size",
      "9",
      "accumulation",
      "3",
      "learning-rate",
      "0.5",
      "schedule",
      "polynomial",
      "polynomial-power",
      "2.5",
      "warmup",
      "12",
      "weight-decay",
      "0.5",
      "max-gradient-norm",
      "2.0",
      "dropout",
      "0.5",
      "word-dropout",
      "0.75",
      "label-weights",
      "B-a=2.0,b=0.5",
      "freeze",
      "embeddings,encoder",
      "freeze-epochs",
      "2",
      "patience",
      "3",
      "max-samples",
      "100",
      "max-minutes",
      "1.5",
      "context-pieces",
      "32",
      "augment-mentions",
      "0.1",
      "augment-case",
      "0.3",
      "device",
      "gpu:1",
      "precision",
      "bf16",
      "threads",
      "3",
      "seed",
      "11"
    };
    for (int i = 0; i < namesAndValues.length; i += 2) {
      chosen.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    assertEquals(Set.copyOf(TrainingSettings.names()), chosen.keySet());
    TrainingSettings settings = TrainingDefaults.PRETRAINED.with(chosen);
    assertEquals(chosen, settings.toMap());
    assertEquals(settings, TrainingSettings.of(settings.toMap()));
  }

  @Test
  void someSettingsAreReplaced() {
    TrainingSettings settings = TrainingDefaults.RANDOM.with(Map.of("threads", "2"));
    assertEquals(5, settings.with(Map.of("seed", "5")).seed());
    assertEquals(settings, settings.with(Map.of()));
  }

  @Test
  void freezingForTheWholeRunIsWrittenAsZero() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                TrainingDefaults.PRETRAINED.with(
                    Map.of("freeze", "encoder", "freeze-epochs", "5", "epochs", "5")));
    assertEquals(
        "freeze-epochs is 5; expected fewer than the run's 5 --epochs, or 0 for the whole run",
        e.getMessage());
  }
}
