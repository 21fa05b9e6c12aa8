package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSetTest {

  @Test
  void aBioSetKeepsTheOrderOfItsTypes() {
    LabelSet labels = LabelSet.bioOf(List.of("PER", "LOC", "PER", "creative-work"));
    assertEquals(
        List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-creative-work", "I-creative-work"),
        labels.labels());
    assertEquals(List.of("PER", "LOC", "creative-work"), labels.types());
    assertEquals(TagScheme.BIO, labels.scheme());
    assertEquals(7, labels.size());
    assertEquals(0, labels.outside());
    assertEquals(4, labels.index("I-LOC"));
    assertEquals("I-LOC", labels.label(4));
    assertEquals(new Tag('I', "LOC"), labels.tag(4));
    assertTrue(labels.contains("I-LOC"));
    assertFalse(labels.contains("I-ORG"));
  }

  @Test
  void aCheckpointsOrderIsKeptWhereverItsOutsideIs() {
    LabelSet labels = LabelSet.of(List.of("I-PER", "B-PER", "O"));
    assertEquals(2, labels.outside());
    assertEquals(labels, LabelSet.of(List.of("I-PER", "B-PER", "O")));
    assertNotEquals(labels, LabelSet.of(List.of("O", "B-PER", "I-PER")));
    assertEquals("[I-PER, B-PER, O]", labels.toString());
  }

  @Test
  void labelsOfBioMayBeThoseOfIob1() {
    LabelSet bio = LabelSet.bioOf(List.of("P"));
    LabelSet iob1 = bio.withScheme(TagScheme.IOB1);
    assertEquals(TagScheme.IOB1, iob1.scheme());
    assertEquals(bio.labels(), iob1.labels());
    assertNotEquals(bio, iob1);
    assertTrue(bio.tellsScheme());
    assertFalse(iob1.tellsScheme());
    assertEquals(bio, iob1.withScheme(TagScheme.BIO));
    assertEquals(
        "expected labels of BIOES, found those of BIO: [O, B-P, I-P]",
        assertThrows(IllegalArgumentException.class, () -> bio.withScheme(TagScheme.BIOES))
            .getMessage());
    LabelSet orphan = LabelSet.of(List.of("O", "I-P"));
    assertThrows(IllegalArgumentException.class, () -> orphan.withScheme(TagScheme.BIO));
  }

  @ParameterizedTest
  @CsvSource({
    "BIO, O B-P",
    "BIO, O B-P I-P B-L",
    "IOB1, O I-P",
    "IOB1, O B-L I-L I-P",
    "BIOES, O S-P",
    "BIOES, O B-P E-P",
    "BIOES, O B-P I-P E-P S-P B-L E-L",
    "BILOU, O B-P I-P L-P U-P",
  })
  void prefixesDecideTheScheme(TagScheme scheme, String labels) {
    assertEquals(scheme, LabelSet.of(List.of(labels.split(" "))).scheme());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B-P I-P | expected the label O and at least one entity type, found the labels [B-P, I-P]",
        "O | expected the label O and at least one entity type, found the labels [O]",
        "O B-P O | expected distinct labels, found 'O' at 0 and at 2",
        "O E-P B-P U-P | expected labels of one scheme, found E-/S- of BIOES and L-/U- of BILOU in [O, E-P, B-P, U-P]",
        "O B-P S-P | expected a label E-P, because there is B-P, which no legal sequence can use without it",
        "O U-P L-L | expected a label B-L, because there is L-L, which no legal sequence can use without it",
        "LABEL_0 LABEL_1 | label 0 is not a named-entity tag: expected the tag O, or one of B- I- E- S- L- U- followed by an entity type, found 'LABEL_0'",
      })
  void aLabelSetThatCannotTagIsRefused(String labels, String message) {
    List<String> list = List.of(labels.split(" "));
    Exception e = assertThrows(IllegalArgumentException.class, () -> LabelSet.of(list));
    assertEquals(message, e.getMessage());
  }

  @Test
  void anUnknownLabelIsNamedBesideTheKnownOnes() {
    LabelSet labels = LabelSet.of(List.of("O", "B-P"));
    Exception e = assertThrows(IllegalArgumentException.class, () -> labels.index("I-P"));
    assertEquals("expected one of the labels [O, B-P], found 'I-P'", e.getMessage());
  }

  @Test
  void typesAreNeeded() {
    assertThrows(IllegalArgumentException.class, () -> LabelSet.bioOf(List.of()));
    assertThrows(IllegalArgumentException.class, () -> LabelSet.bioOf(List.of(" ")));
  }
}
