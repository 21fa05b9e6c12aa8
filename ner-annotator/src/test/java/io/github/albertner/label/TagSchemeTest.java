package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TagSchemeTest {

  private static List<String> tags(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }

  /** Spans written as begin-end:type, separated by spaces. */
  private static String spans(List<EntitySpan> spans) {
    return String.join(
        " ", spans.stream().map(s -> s.begin() + "-" + s.end() + ":" + s.type()).toList());
  }

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "'', ''",
    "O O, ''",
    // legal in one scheme or the other
    "B-P I-P O B-L, 0-2:P 3-4:L",
    "I-P I-P O I-L, 0-2:P 3-4:L",
    "B-P I-P E-P S-L O, 0-3:P 3-4:L",
    "B-P I-P L-P U-L O, 0-3:P 3-4:L",
    // adjacent entities
    "B-P B-P, 0-1:P 1-2:P",
    "I-P B-P I-P, 0-1:P 1-3:P",
    "I-P I-L, 0-1:P 1-2:L",
    "B-P E-P B-P E-P, 0-2:P 2-4:P",
    "S-P S-P, 0-1:P 1-2:P",
    "U-P U-P B-P L-P, 0-1:P 1-2:P 2-4:P",
    // repaired
    "O I-P I-P, 1-3:P",
    "B-P I-L I-L, 0-1:P 1-3:L",
    "E-P E-P, 0-1:P 1-2:P",
    "S-P I-P, 0-1:P 1-2:P",
    "E-P I-P O L-P, 0-1:P 1-2:P 3-4:P",
    "B-P S-P B-P, 0-1:P 1-2:P 2-3:P",
    "B-P O E-P, 0-1:P 2-3:P",
  })
  void readsTagsAsConllevalDoes(String line, String expected) {
    for (TagScheme scheme : TagScheme.values()) {
      assertEquals(expected, spans(scheme.decode(tags(line))), scheme.name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IOB1, I-P B-P I-P O I-L I-P O",
    "BIO, B-P B-P I-P O B-L B-P O",
    "BIOES, S-P B-P E-P O S-L S-P O",
    "BILOU, U-P B-P L-P O U-L U-P O",
  })
  void writesTouchingEntitiesApart(TagScheme scheme, String expected) {
    List<EntitySpan> spans =
        List.of(
            new EntitySpan(5, 6, "P"),
            new EntitySpan(0, 1, "P"),
            new EntitySpan(1, 3, "P"),
            new EntitySpan(4, 5, "L", 0.3));
    assertEquals(tags(expected), scheme.encode(spans, 7));
  }

  @Test
  void longEntitiesHaveAnInside() {
    List<EntitySpan> spans = List.of(new EntitySpan(0, 4, "P"));
    assertEquals(tags("I-P I-P I-P I-P"), TagScheme.IOB1.encode(spans, 4));
    assertEquals(tags("B-P I-P I-P I-P"), TagScheme.BIO.encode(spans, 4));
    assertEquals(tags("B-P I-P I-P E-P"), TagScheme.BIOES.encode(spans, 4));
    assertEquals(tags("B-P I-P I-P L-P"), TagScheme.BILOU.encode(spans, 4));
  }

  @ParameterizedTest
  @EnumSource
  void cannotWriteOverlappingSpansOrSpansPastTheEnd(TagScheme scheme) {
    List<EntitySpan> overlapping = List.of(new EntitySpan(0, 2, "P"), new EntitySpan(1, 3, "L"));
    Exception e = assertThrows(IllegalArgumentException.class, () -> scheme.encode(overlapping, 3));
    assertEquals(
        "one tag per word cannot hold overlapping spans, found "
            + overlapping.get(0)
            + " and "
            + overlapping.get(1),
        e.getMessage());
    List<EntitySpan> outside = List.of(new EntitySpan(2, 4, "P"));
    assertThrows(IllegalArgumentException.class, () -> scheme.encode(outside, 3));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "BIO   | O I-P | word 2: found I-P after O, but in BIO I- must follow B- or I- of the same type",
        "BIO   | I-P | word 1: found I-P at the start, but in BIO I- must follow B- or I- of the same type",
        "BIO   | B-P I-L | word 2: found I-L after B-P, but in BIO I- must follow B- or I- of the same type",
        "BIO   | B-P S-L | word 2: found S-L, but BIO has only O, B-, I-",
        "BIO   | O X | word 2: expected the tag O, or one of B- I- E- S- L- U- followed by an entity type, found 'X'",
        "IOB1  | I-P O B-P | word 3: found B-P after O, but in IOB1 B- must directly follow a word of another entity",
        "BIOES | B-P O | word 2: found O after B-P, but in BIOES B- and I- must be followed by I- or E- of the same type, and only they may be",
        "BIOES | O B-P I-P | word 3: found I-P at the end, but in BIOES B- and I- must be followed by I- or E- of the same type, and only they may be",
        "BILOU | U-P L-P | word 2: found L-P after U-P, but in BILOU B- and I- must be followed by I- or L- of the same type, and only they may be",
      })
  void namesTheFirstViolation(TagScheme scheme, String line, String message) {
    assertEquals(Optional.of(message), scheme.firstViolation(tags(line)));
  }

  @Test
  void listsEveryViolationByWord() {
    List<Integer> words =
        TagScheme.BIO.violations(tags("I-P O I-L I-L B-P I-L")).stream()
            .map(TagViolation::word)
            .toList();
    assertEquals(List.of(0, 2, 5), words);
  }

  @ParameterizedTest
  @CsvSource({
    "BIO, O O | O",
    "BIO, B-P O | B-L",
    "BIO, B-P I-P O | B-P B-P",
    "IOB1, I-P O | I-P I-P B-P",
    "IOB1, I-P I-L O",
    "BIOES, B-P E-P | S-P",
    "BIOES, S-P O",
    "BILOU, B-P I-P L-P | U-P",
    // mixed: the fewest violations win
    "BIO, B-P I-P O | B-P O | O I-P",
    "IOB1, I-P I-P O | I-P O | O B-P",
    "BIOES, B-P E-P | S-P O | B-P I-P O",
    "BIO, B-P O B-P I-P | U-P",
    "BIO, nonsense O | B-P I-P",
  })
  void detectsTheSchemeOfACorpus(TagScheme expected, String sentences) {
    List<List<String>> corpus =
        List.of(sentences.split(" \\| ")).stream().map(TagSchemeTest::tags).toList();
    assertEquals(expected, TagScheme.detect(corpus));
  }

  @Test
  void anEmptyCorpusIsBio() {
    assertEquals(TagScheme.BIO, TagScheme.detect(List.of()));
  }
}
