package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.WordOrigin.Fit;
import io.github.albertner.corpus.WordOrigin.Kind;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnSentencesTest {

  /** "Smith-" and "led", "B." and, in a sentence of its own, "Kennedy" and "left". */
  private static final WordOrigin ORIGIN =
      WordOrigin.own(Kind.OWN, List.of(List.of(2, 1, 1), List.of(1, 1)));

  private static final Sentence WHOLE = new Sentence(List.of("Ada"), List.of(), true);

  private static final EntitySpan WITHIN = new EntitySpan(0, 1, "PER");
  private static final EntitySpan FITTING = new EntitySpan(2, 3, "X");
  private static final EntitySpan ACROSS = new EntitySpan(3, 5, "PER");

  private static final Sentence CUT =
      new Sentence(
          List.of("Smith", "-", "led", "B.", "Kennedy", "left"),
          List.of(WITHIN, FITTING, ACROSS),
          true,
          ORIGIN);

  @Test
  void aTaggerIsGivenOwnTokensAndSentences() {
    OwnSentences own = OwnSentences.of(List.of(WHOLE, CUT));
    assertEquals(
        List.of(
            WHOLE,
            new Sentence(List.of("Smith-", "led", "B."), List.of(new EntitySpan(1, 2, "X")), true),
            new Sentence(List.of("Kennedy", "left"), List.of(), false)),
        own.sentences());
    assertEquals(List.of(0, 1, 1), List.of(own.inCorpus(0), own.inCorpus(1), own.inCorpus(2)));
  }

  @Test
  void whatIsFoundIsToldInWords() {
    OwnSentences own = OwnSentences.of(List.of(WHOLE, CUT));
    EntitySpan first = new EntitySpan(0, 1, "PER", 0.5);
    assertEquals(
        List.of(
            List.of(first),
            List.of(new EntitySpan(0, 3, "PER", 0.25), new EntitySpan(4, 6, "PER", 0.75))),
        own.inWords(
            List.of(
                List.of(first),
                List.of(new EntitySpan(0, 2, "PER", 0.25)),
                List.of(new EntitySpan(0, 2, "PER", 0.75)))));
    assertThrows(IllegalArgumentException.class, () -> own.inWords(List.of(List.of())));
  }

  @Test
  void noLabelIsRightForTokensOfEntitiesThatTheyCannotExpress() {
    OwnSentences own = OwnSentences.of(List.of(CUT));
    assertTrue(own.isUndecided(0, 0));
    assertFalse(own.isUndecided(0, 1));
    assertTrue(own.isUndecided(0, 2));
    assertTrue(own.isUndecided(1, 0));
    assertFalse(own.isUndecided(1, 1));
  }

  @Test
  void entitiesFitOrSayWhyNot() {
    assertEquals(Fit.WITHIN_TOKEN, ORIGIN.fit(WITHIN));
    assertEquals(Fit.WHOLE, ORIGIN.fit(FITTING));
    assertEquals(Fit.ACROSS_SENTENCES, ORIGIN.fit(ACROSS));
    assertEquals(Fit.WITHIN_TOKEN, ORIGIN.fit(new EntitySpan(1, 3, "X")));
    assertEquals(Fit.WHOLE, ORIGIN.fit(new EntitySpan(4, 6, "X")));
    assertEquals(Fit.WHOLE, WordOrigin.GIVEN.fit(WITHIN));
  }

  @Test
  void anOriginOfOtherWordsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> WHOLE.withOrigin(ORIGIN));
    assertEquals(ORIGIN, CUT.withEntities(List.of()).withStartsDocument(false).origin());
  }
}
