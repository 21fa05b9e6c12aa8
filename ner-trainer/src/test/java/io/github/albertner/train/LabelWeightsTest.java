package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.LabelSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelWeightsTest {
  private final LabelSet labels = LabelSet.bioOf(List.of("drug", "dose"));

  @Test
  void aTypeStandsForItsLabelsAndALabelForItself() {
    assertArrayEquals(
        new float[] {0.5f, 2, 3, 1, 1}, LabelWeights.parse("drug=2,I-drug=3,O=0.5").values(labels));
  }

  @Test
  void noneIsOneForAll() {
    assertTrue(LabelWeights.parse("none").areEqual());
    assertArrayEquals(new float[] {1, 1, 1, 1, 1}, LabelWeights.NONE.values(labels));
  }

  @Test
  void anUnknownNameIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> LabelWeights.parse("B-drugs=2").values(labels));
    assertEquals(
        "label-weights names B-drugs; expected one of the labels O, B-drug, I-drug, B-dose,"
            + " I-dose, or a type of theirs",
        e.getMessage());
  }
}
