package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EntitySpanTest {

  @Test
  void aGoldSpanIsCertain() {
    assertEquals(1, new EntitySpan(0, 2, "PER").probability());
    assertEquals(2, new EntitySpan(0, 2, "PER").length());
  }

  @Test
  void sameEntityIgnoresTheProbability() {
    EntitySpan span = new EntitySpan(1, 3, "PER", 0.5);
    assertTrue(span.sameEntity(new EntitySpan(1, 3, "PER")));
    assertFalse(span.sameEntity(new EntitySpan(1, 3, "LOC")));
    assertFalse(span.sameEntity(new EntitySpan(1, 2, "PER")));
    assertFalse(span.sameEntity(new EntitySpan(0, 3, "PER")));
  }

  @Test
  void touchingSpansDoNotOverlap() {
    EntitySpan span = new EntitySpan(1, 3, "PER");
    assertFalse(span.overlaps(new EntitySpan(3, 4, "PER")));
    assertFalse(span.overlaps(new EntitySpan(0, 1, "PER")));
    assertTrue(span.overlaps(new EntitySpan(2, 4, "LOC")));
  }

  @Test
  void refusesRangesTypesAndProbabilitiesThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new EntitySpan(-1, 2, "PER"));
    assertThrows(IllegalArgumentException.class, () -> new EntitySpan(2, 2, "PER"));
    assertThrows(IllegalArgumentException.class, () -> new EntitySpan(0, 1, " "));
    assertThrows(IllegalArgumentException.class, () -> new EntitySpan(0, 1, "PER", 1.01));
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new EntitySpan(0, 1, "PER", Double.NaN));
    assertEquals("expected a probability in [0, 1] for span [0, 1) PER, found NaN", e.getMessage());
  }
}
