package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.label.EntitySpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelMapTest {

  private static final Sentence SENTENCE =
      new Sentence(
          List.of("a", "b", "c", "d"),
          List.of(
              new EntitySpan(0, 1, "PER"),
              new EntitySpan(1, 2, "MISC"),
              new EntitySpan(2, 4, "LOC")),
          true);

  @Test
  void typesAreRenamedDroppedOrStay() {
    LabelMap map = LabelMap.parse("PER=person, MISC=");
    assertEquals("¶ [person a] b [LOC c d]", CorpusText.show(map.apply(List.of(SENTENCE)).get(0)));
    assertEquals("PER=person,MISC=", map.toString());
  }

  @Test
  void namesMayBeExchanged() {
    LabelMap map = LabelMap.parse("PER=LOC,LOC=PER,MISC=PER");
    assertEquals("¶ [LOC a] [PER b] [PER c d]", CorpusText.show(map.apply(SENTENCE)));
  }

  @Test
  void nothingMapsNothing() {
    assertEquals(List.of(SENTENCE), LabelMap.NONE.apply(List.of(SENTENCE)));
    assertEquals("", LabelMap.parse(" ").toString());
  }

  @Test
  void aTypeThatDoesNotOccurIsRefused() {
    assertRefused(
        "label map entry PERS=person names a type that the corpus does not have (did you mean"
            + " PER?); its types: LOC, MISC, PER",
        () -> LabelMap.parse("PERS=person").apply(List.of(SENTENCE)));
    assertRefused(
        "label map entry PER=person names a type that the corpus does not have; its types: none",
        () -> LabelMap.parse("PER=person").apply(List.of(SENTENCE.withEntities(List.of()))));
  }

  @Test
  void malformedMapsAreRefused() {
    for (String text : List.of("PER", "=x", "PER=a,", ",")) {
      assertThrows(IllegalArgumentException.class, () -> LabelMap.parse(text));
    }
    assertRefused(
        "label map 'A=b,A=c' maps A twice; leave one entry", () -> LabelMap.parse("A=b,A=c"));
    assertRefused(
        "expected a label map such as PER=person,ORG=organization,MISC= found 'b' in 'A=a,b'",
        () -> LabelMap.parse("A=a,b"));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
