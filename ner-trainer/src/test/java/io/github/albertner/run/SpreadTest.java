package io.github.albertner.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void theDeviationIsThatOfASample() {
    Spread spread = new Spread(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
    assertEquals(5, spread.mean());
    assertEquals(Math.sqrt(32.0 / 7), spread.deviation(), 1e-12);
  }

  @Test
  void ofASingleRunNothingIsSaid() {
    assertEquals(0.5, new Spread(List.of(0.5)).mean());
    assertEquals(0, new Spread(List.of(0.5)).deviation());
    assertThrows(IllegalArgumentException.class, () -> new Spread(List.of()));
  }
}
