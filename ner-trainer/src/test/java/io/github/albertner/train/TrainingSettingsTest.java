package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
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
    assertEquals(3e-5, settings.learningRate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs | 0 | epochs is 0; expected at least 1",
        "epochs | three | epochs is \"three\"; expected a whole number",
        "learning-rate | 1 | learning-rate is 1.0; expected above 0, below 1",
        "learning-rate | NaN | learning-rate is NaN; expected above 0, below 1",
        "warmup | 1 | warmup is 1.0; expected 0 to less than 1",
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
    assertTrue(e.getMessage().startsWith("unknown setting \"epoch\"; the settings are "));
    assertTrue(e.getMessage().contains("epochs"), e.getMessage());
  }

  @Test
  void theRateRisesThenFallsToZero() {
    LinearSchedule schedule = new LinearSchedule(1, 10, 110);
    assertEquals(0.1, schedule.rate(0), 1e-12);
    assertEquals(1, schedule.rate(9), 1e-12);
    assertEquals(1, schedule.rate(10), 1e-12);
    assertEquals(0.5, schedule.rate(60), 1e-12);
    assertEquals(0.01, schedule.rate(109), 1e-12);
    assertEquals(1, new LinearSchedule(1, 0, 1).rate(0), 1e-12);
  }
}
