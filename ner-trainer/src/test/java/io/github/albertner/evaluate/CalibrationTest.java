package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static JudgedSentence found(EntitySpan... predicted) {
    Sentence gold =
        new Sentence(
            List.of("a", "b", "c", "d"),
            List.of(new EntitySpan(0, 1, "A"), new EntitySpan(2, 3, "A")),
            false);
    return new JudgedSentence(gold, List.of(predicted), OptionalDouble.empty());
  }

  /** By hand: bin 0.5 to 1 holds 0.9 (right), 0.7 (wrong), 1.0 (right); bin 0 to 0.5 holds 0.2. */
  @Test
  void binsHoldMeanProbabilityAndShareRight() {
    Calibration calibration =
        Calibration.of(
            List.of(
                found(new EntitySpan(0, 1, "A", 0.9), new EntitySpan(2, 4, "A", 0.7)),
                found(new EntitySpan(0, 1, "A", 1.0), new EntitySpan(2, 3, "B", 0.2))),
            2);
    Calibration.Bin low = calibration.bins().get(0);
    Calibration.Bin high = calibration.bins().get(1);
    assertEquals(1, low.count());
    assertEquals(0.2, low.meanProbability(), 1e-9);
    assertEquals(0, low.shareRight());
    assertEquals(3, high.count());
    assertEquals(2.6 / 3, high.meanProbability(), 1e-9);
    assertEquals(2.0 / 3, high.shareRight(), 1e-9);
    assertEquals((0.2 + (2.6 - 2)) / 4, calibration.error(), 1e-9);
    assertEquals(4, calibration.predictions());
  }

  @Test
  void aBinBeginsAtItsLowestProbability() {
    Calibration calibration =
        Calibration.of(List.of(found(new EntitySpan(0, 1, "A", 0.5))), Calibration.USUAL_BINS);
    assertEquals(1, calibration.bins().get(5).count());
    assertEquals(0.5, calibration.bins().get(5).from());
    assertEquals(0.5, calibration.error(), 1e-9);
  }

  @Test
  void nothingFoundIsNoError() {
    assertEquals(0, Calibration.of(List.of(found()), 10).error());
  }
}
