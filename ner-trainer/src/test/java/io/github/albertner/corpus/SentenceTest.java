package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void keepsItsOwnCopies() {
    List<String> words = new ArrayList<>(List.of("Ann", "sings"));
    List<EntitySpan> entities = new ArrayList<>(List.of(new EntitySpan(0, 1, "person")));
    Sentence sentence = new Sentence(words, entities, true);

    words.clear();
    entities.clear();

    assertEquals(List.of("Ann", "sings"), sentence.words());
    assertEquals(1, sentence.entities().size());
  }

  @Test
  void putsEntitiesInOrder() {
    EntitySpan first = new EntitySpan(0, 1, "person");
    EntitySpan second = new EntitySpan(1, 3, "location");
    Sentence sentence = new Sentence(List.of("a", "b", "c"), List.of(second, first), false);

    assertEquals(List.of(first, second), sentence.entities());
    assertEquals(List.of("b", "c"), sentence.covered(second));
  }

  @Test
  void refusesWhatNoSentenceCanBe() {
    assertRefused("at least one word", List.of(), List.of());
    assertRefused("word 2 of [a, ] is empty", List.of("a", ""), List.of());
    assertRefused("within 1 words", List.of("a"), List.of(new EntitySpan(0, 2, "x")));
    assertRefused(
        "do not overlap",
        List.of("a", "b", "c"),
        List.of(new EntitySpan(0, 2, "x"), new EntitySpan(1, 3, "y")));
  }

  private static void assertRefused(String message, List<String> words, List<EntitySpan> entities) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new Sentence(words, entities, false));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }
}
