package io.github.albertner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PrecisionTableTest {
  private static final String CARD =
      "---\nlanguage: en\n---\n# Tagger\n\nText.\n\n## Settings\n\nepochs\n";

  private static Map<String, Double> f1(double f32, double bf16, double int8) {
    return new TreeMap<>(Map.of("f32", f32, "bf16", bf16, "int8", int8));
  }

  @Test
  void everyPrecisionIsComparedWithF32() {
    String card = PrecisionTable.addTo(CARD, "dev_1.conll", f1(0.7437, 0.7439, 0.7400));
    assertTrue(card.contains("Strict F1 on dev_1.conll"), card);
    assertTrue(card.contains("| bf16 | 74.39 | +0.02 |"), card);
    assertTrue(card.contains("| f32 | 74.37 |  |"), card);
    assertTrue(card.contains("| int8 | 74.00 | -0.37 |"), card);
    assertTrue(card.indexOf("## Precision") < card.indexOf("## Settings"), card);
    assertFalse(card.contains("prefer"), card);
  }

  @Test
  void theCardWarnsOfAnInt8ThatCostsMoreThanHalfAPoint() {
    assertTrue(PrecisionTable.addTo(CARD, "dev", f1(0.75, 0.75, 0.744)).contains("prefer `auto`"));
    assertFalse(PrecisionTable.addTo(CARD, "dev", f1(0.75, 0.75, 0.746)).contains("prefer"));
  }

  @Test
  void aSecondTableTakesThePlaceOfTheFirst() {
    String first = PrecisionTable.addTo(CARD, "dev", f1(0.5, 0.5, 0.5));
    String second = PrecisionTable.addTo(CARD, "dev", f1(0.6, 0.6, 0.6));
    assertEquals(second, PrecisionTable.addTo(first, "dev", f1(0.6, 0.6, 0.6)));
  }
}
