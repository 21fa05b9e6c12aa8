package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

  @ParameterizedTest
  @ValueSource(strings = {"O", "B-PER", "I-creative-work", "E-X", "S--", "L-é", "U-a b"})
  void isWrittenAsItWasRead(String text) {
    assertEquals(text, Tag.parse(text).toString());
  }

  @Test
  void onlyTheFirstHyphenSeparates() {
    assertEquals(new Tag('B', "creative-work"), Tag.parse("B-creative-work"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "o", "B", "B-", "B- ", "PER", "X-PER", "O-PER", "b-PER", "LABEL_0"})
  void anythingElseIsRefusedWithWhatWasExpected(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Tag.parse(text));
    assertEquals(
        "expected the tag O, or one of B- I- E- S- L- U- followed by an entity type, found '"
            + text
            + "'",
        e.getMessage());
  }

  @Test
  void outsideHasNoTypeAndTheOthersHaveOne() {
    assertThrows(IllegalArgumentException.class, () -> new Tag('O', "PER"));
    assertThrows(IllegalArgumentException.class, () -> new Tag('B', ""));
    assertThrows(IllegalArgumentException.class, () -> new Tag('Q', "PER"));
  }
}
