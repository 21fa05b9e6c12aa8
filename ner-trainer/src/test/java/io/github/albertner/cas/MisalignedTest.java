package io.github.albertner.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.Misaligned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities that are not whole tokens of one sentence: reported, left out or moved, and counted. */
class MisalignedTest {
  private static final String TEXT = "New York rocks. Ada left. \n aside";

  @TempDir private Path folder;

  private static CasFixture fixture() {
    return CasFixture.of(CasFixture.DKPRO, TEXT)
        .sentences("New York rocks.", "Ada left.")
        .tokens("New", "York", "rocks", ".", "Ada", "left", ".");
  }

  private Corpus read(CasFixture fixture, Misaligned rule, boolean skip) throws IOException {
    return CasCorpus.read(
        List.of(fixture.save(folder.resolve("a.xmi"))),
        new CasOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(rule),
            false,
            skip));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 6, X, across token borders, 'does not begin and end with tokens: its tokens are ''New York'' at characters 0 to 8'",
    "9, 19, X, across sentences, crosses the border of a sentence",
    "25, 27, X, empty, holds no character but white space",
    "3, 3, X, empty, holds no character but white space",
    "28, 33, X, in no sentence, is in no sentence",
    "28, 99, X, outside the text, is outside the text",
    "0, 8, , without label, has no label",
    "0, 3, X, overlapping a longer one, overlaps NamedEntity 'New York' at characters 0 to 8"
  })
  void eachFaultIsNamedOrCounted(int begin, int end, String label, String kind, String message)
      throws IOException {
    CasFixture fixture = fixture().entity(begin, end, label);
    if (kind.startsWith("overlapping")) {
      fixture.entity("New York", "LOC");
    }
    String refusal =
        assertThrows(CorpusFormatException.class, () -> read(fixture, Misaligned.FAIL, false))
            .getMessage();
    assertTrue(refusal.contains("a.xmi: expected entities that are whole tokens"), refusal);
    assertTrue(refusal.contains("at characters " + begin + " to " + end), refusal);
    assertTrue(refusal.endsWith(message), refusal);

    Corpus skipped = read(fixture, Misaligned.SKIP, false);
    assertEquals(Map.of("entities left out: " + kind, 1L), skipped.statistics().changes());
    assertEquals(2, skipped.sentences().size());
    String told = skipped.statistics().firstChanges().get(0);
    assertTrue(told.contains("a.xmi: NamedEntity") && told.contains(message), told);

    Corpus snapped = read(fixture, Misaligned.SNAP, false);
    assertEquals(
        Map.of(
            kind.contains("token borders")
                ? "entities moved to token borders"
                : "entities left out: " + kind,
            1L),
        snapped.statistics().changes());
  }

  @Test
  void snappingMovesBordersOutwards() throws IOException {
    Corpus corpus = read(fixture().entity("ew Yo", "LOC"), Misaligned.SNAP, false);
    assertEquals(List.of("[LOC New York] rocks .", "Ada left ."), CasFixture.show(corpus));
  }

  @Test
  void theLongerOfTwoThatOverlapStays() throws IOException {
    CasFixture fixture = fixture().entity("New", "X").entity("York", "X").entity("New York", "LOC");
    Corpus corpus = read(fixture, Misaligned.SKIP, false);
    assertEquals(List.of("[LOC New York] rocks .", "Ada left ."), CasFixture.show(corpus));
    assertEquals(
        Map.of("entities left out: overlapping a longer one", 2L), corpus.statistics().changes());
  }

  @Test
  void whatIsAnnotatedTwiceCountsOnceAndIsTold() throws IOException {
    Corpus corpus =
        read(fixture().entity("Ada", "PER").entity("Ada", "PER"), Misaligned.FAIL, false);
    assertEquals(List.of("New York rocks .", "[PER Ada] left ."), CasFixture.show(corpus));
    assertEquals(Map.of("entities left out: annotated twice", 1L), corpus.statistics().changes());
  }

  @Test
  void whiteSpaceAtTheEndsDoesNotCount() throws IOException {
    Corpus corpus = read(fixture().entity("York ", "LOC"), Misaligned.FAIL, false);
    assertEquals(List.of("New [LOC York] rocks .", "Ada left ."), CasFixture.show(corpus));
    assertEquals(Map.of(), corpus.statistics().changes());
  }

  @Test
  void skippingBadSentencesLeavesOutTheWholeSentence() throws IOException {
    Corpus corpus =
        read(
            fixture().entity("ew", "X").entity("Ada", "PER").entity("aside", "X"),
            Misaligned.FAIL,
            true);
    assertEquals(List.of("[PER Ada] left ."), CasFixture.show(corpus));
    assertEquals(1, corpus.statistics().skippedSentences());
    assertEquals(Map.of("entities left out: in no sentence", 1L), corpus.statistics().changes());
    assertTrue(corpus.sentences().get(0).startsDocument());
  }

  @Test
  void sentencesAndTokensOutOfOrderAreBad() throws IOException {
    CasFixture overlapping = fixture().tokens("York rocks");
    String refusal =
        assertThrows(CorpusFormatException.class, () -> read(overlapping, Misaligned.SKIP, false))
            .getMessage();
    assertTrue(refusal.contains("'York' at characters 4 to 8 overlaps the one before"), refusal);
    assertEquals(List.of("Ada left ."), CasFixture.show(read(overlapping, Misaligned.SKIP, true)));
    CasFixture outside = fixture().add(CasFixture.DKPRO.token(), 30, 99);
    refusal =
        assertThrows(CorpusFormatException.class, () -> read(outside, Misaligned.SKIP, true))
            .getMessage();
    assertTrue(refusal.endsWith("found Token at characters 30 to 99"), refusal);
  }
}
