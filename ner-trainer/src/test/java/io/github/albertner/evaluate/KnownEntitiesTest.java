package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities that the training data have, and those that they do not have. */
class KnownEntitiesTest {

  private static Sentence sentence(String words, EntitySpan... entities) {
    return new Sentence(List.of(words.split(" ", -1)), List.of(entities), true);
  }

  private static EntitySpan span(int begin, int end, String type) {
    return new EntitySpan(begin, end, type);
  }

  private static final KnownEntities KNOWN =
      KnownEntities.of(
          List.of(
              sentence("in New York", span(1, 3, "location")),
              sentence("New York and Paris", span(0, 2, "location"), span(3, 4, "location"))));

  @Test
  void anEntityIsSeenWithTheSameWordsInTheSameCaseAndTheSameType() {
    assertEquals(2, KNOWN.size());
    Sentence text = sentence("New York , new york , York , Paris");
    assertTrue(KNOWN.contains(text, span(0, 2, "location")));
    assertTrue(KNOWN.contains(text, span(8, 9, "location")));
    assertTrue(!KNOWN.contains(text, span(0, 2, "team")), "another type");
    assertTrue(!KNOWN.contains(text, span(3, 5, "location")), "another case");
    assertTrue(!KNOWN.contains(text, span(1, 2, "location")), "a part");
    assertTrue(!KNOWN.contains(text, span(0, 3, "location")), "more words");
  }

  @Test
  void whereTokensBeginAndEndDoesNotMatter() {
    Sentence text = sentence("NewYork Par is", span(0, 1, "location"), span(1, 3, "location"));
    text.entities().forEach(entity -> assertTrue(KNOWN.contains(text, entity)));
    assertTrue(!KNOWN.contains(text, span(1, 2, "location")), "a part");
  }

  private static ModeScores.Surfaces surfaces(
      ScoringMode mode, Sentence gold, EntitySpan... found) {
    return Evaluation.of(
            List.of(gold),
            List.of(List.of(found)),
            EvaluationOptions.DEFAULTS.withoutIntervals().withKnown(KNOWN))
        .in(mode)
        .surfaces()
        .orElseThrow();
  }

  @Test
  void goldEntitiesAndPredictionsAreLookedUpByTheirOwnWords() {
    // Paris is found, New York missed; Lyon is found, Nice with a word too many; Rome is no entity.
    Sentence gold =
        sentence(
            "Paris New York Lyon in Nice Rome",
            span(0, 1, "location"),
            span(1, 3, "location"),
            span(3, 4, "location"),
            span(5, 6, "location"));
    EntitySpan[] found = {
      span(0, 1, "location"), span(3, 4, "location"), span(4, 6, "location"), span(6, 7, "location")
    };
    ModeScores.Surfaces strict = surfaces(ScoringMode.STRICT, gold, found);
    assertEquals(new CreditCounts(2, 1, 1, 1), strict.seen());
    assertEquals(new CreditCounts(2, 3, 1, 1), strict.unseen());
    ModeScores.Surfaces partial = surfaces(ScoringMode.PARTIAL, gold, found);
    assertEquals(new CreditCounts(2, 1, 1, 1), partial.seen());
    assertEquals(new CreditCounts(2, 3, 1.5, 1.5), partial.unseen());
  }

  @Test
  void aPredictionOfWordsUnseenGivesASeenEntityItsCredit() {
    Sentence gold = sentence("in New York", span(1, 3, "location"));
    ModeScores.Surfaces partial = surfaces(ScoringMode.PARTIAL, gold, span(0, 3, "location"));
    assertEquals(new CreditCounts(1, 0, 0.5, 0), partial.seen());
    assertEquals(new CreditCounts(0, 1, 0, 0.5), partial.unseen());
  }

  @Test
  void seenAndUnseenTogetherAreAll() {
    List<TaggedFile.Sentence> sentences = TaggedFile.read("random.conll");
    KnownEntities half =
        KnownEntities.of(TaggedFile.sentences(sentences.subList(0, sentences.size() / 2)));
    Evaluation evaluation =
        TaggedFile.evaluation(sentences, EvaluationOptions.DEFAULTS.withKnown(half));
    for (ScoringMode mode : ScoringMode.values()) {
      ModeScores scores = evaluation.in(mode);
      ModeScores.Surfaces surfaces = scores.surfaces().orElseThrow();
      assertTrue(surfaces.seen().gold() > 0 && surfaces.unseen().gold() > 0);
      assertEquals(scores.micro(), surfaces.seen().plus(surfaces.unseen()));
      ModeScores.Intervals intervals = scores.intervals().orElseThrow();
      assertTrue(intervals.seen().low() < surfaces.seen().f1());
      assertTrue(intervals.seen().high() > surfaces.seen().f1());
    }
  }
}
