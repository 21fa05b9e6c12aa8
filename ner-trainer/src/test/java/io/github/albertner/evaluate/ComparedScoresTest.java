package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedScoresTest {
  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.DEFAULTS.withBootstrap(new Bootstrap(1000, 1));
  private static final EntitySpan ADA = new EntitySpan(0, 1, "person");
  private static final EntitySpan OSLO = new EntitySpan(2, 3, "location");

  /** So many documents of three sentences; the model finds all, the baseline only persons. */
  private static ComparedScores documents(int count, EvaluationOptions options) {
    List<Sentence> gold = new ArrayList<>();
    List<List<EntitySpan>> model = new ArrayList<>();
    for (int i = 0; i < 3 * count; i++) {
      gold.add(new Sentence(List.of("Ada", "in", "Oslo"), List.of(ADA, OSLO), i % 3 == 0));
      model.add(i == 0 ? List.of(OSLO, ADA) : List.of(ADA, OSLO));
    }
    return ComparedScores.of(gold, Collections.nCopies(gold.size(), List.of(ADA)), model, options);
  }

  private static ModeDifferences strict(ComparedScores scores) {
    return scores.differences().get(ScoringMode.STRICT);
  }

  @Test
  void documentsAreDrawnWhereEnoughAreKnown() {
    Resampling many = documents(20, OPTIONS).resampling();
    assertEquals(Resampling.Unit.DOCUMENT, many.unit());
    assertEquals(20, many.units());
    Resampling few = documents(19, OPTIONS).resampling();
    assertEquals(Resampling.Unit.SENTENCE, few.unit());
    assertEquals(57, few.units());
  }

  @Test
  void bothSidesAreScoredAsEachAloneIs() {
    ComparedScores scores = documents(20, OPTIONS);
    assertEquals(new MatchCounts(120, 60, 60), scores.baseline().strict().micro());
    assertEquals(new MatchCounts(120, 120, 120), scores.model().strict().micro());
    assertEquals(
        new CreditCounts(120, 60, 60, 60), scores.baseline().in(ScoringMode.PARTIAL).micro());
    ModeDifferences strict = strict(scores);
    assertEquals(1 - 2.0 / 3, strict.micro().difference(), 1e-12);
    assertEquals(new F1Difference(0.5, 0.5, 0.5, 1), strict.macro());
    assertEquals(new F1Difference(1, 1, 1, 1), strict.types().get("location"));
    assertEquals(new F1Difference(0, 0, 0, 0), strict.types().get("person"));
  }

  @Test
  void sentencesOfADocumentAreDrawnTogether() {
    // Half of the documents are found by the one side, half by the other, whole.
    List<Sentence> marked = new ArrayList<>();
    List<List<EntitySpan>> before = new ArrayList<>();
    List<List<EntitySpan>> after = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      before.add(i / 10 % 2 == 0 ? List.of(ADA) : List.of());
      after.add(i / 10 % 2 == 0 ? List.of() : List.of(ADA));
      marked.add(new Sentence(List.of("Ada"), List.of(ADA), i % 10 == 0));
    }
    List<Sentence> unmarked = marked.stream().map(s -> s.withStartsDocument(false)).toList();
    F1Difference documents = strict(ComparedScores.of(marked, before, after, OPTIONS)).micro();
    F1Difference sentences = strict(ComparedScores.of(unmarked, before, after, OPTIONS)).micro();
    double ratio = (documents.high() - documents.low()) / (sentences.high() - sentences.low());
    assertEquals(Math.sqrt(10), ratio, 0.5, documents + " " + sentences);
  }

  @Test
  void seenAndUnseenEntitiesAreComparedApart() {
    KnownEntities known =
        KnownEntities.of(List.of(new Sentence(List.of("Ada"), List.of(ADA), true)));
    ModeDifferences.Surfaces surfaces =
        strict(documents(20, OPTIONS.withKnown(known))).surfaces().orElseThrow();
    assertEquals(new F1Difference(0, 0, 0, 0), surfaces.seen());
    assertEquals(new F1Difference(1, 1, 1, 1), surfaces.unseen());
  }

  @Test
  void theTableShowsBothSidesAndTheInterval() {
    String table = ComparedScoresTable.render(documents(20, OPTIONS), List.of(ScoringMode.STRICT));
    assertEquals(
        """
        strict: an entity is correct if its first word, its last word and its type are all those of a gold
        entity.

                          | baseline                   | model                      | F1, model - baseline        | model
        type         gold |    prec.   recall       F1 |    prec.   recall       F1 |    diff.       95% interval | better
        location       60 |     0.00     0.00     0.00 |   100.00   100.00   100.00 |  +100.00 [+100.00, +100.00] | 100.0%
        person         60 |   100.00   100.00   100.00 |   100.00   100.00   100.00 |    +0.00 [  +0.00,   +0.00] |   0.0%
        micro         120 |   100.00    50.00    66.67 |   100.00   100.00   100.00 |   +33.33 [ +33.33,  +33.33] | 100.0%
        macro             |    50.00    50.00    50.00 |   100.00   100.00   100.00 |   +50.00 [ +50.00,  +50.00] | 100.0%

        micro: all entities together; macro: mean over the types in the gold data; 0/0 counts as 0.
        token accuracy: baseline 66.67, model 100.00 over 180 words in 60 sentences
        tokens: given by the data
        Intervals: paired bootstrap, 1000 resamples of 20 documents, seed 1. better: share of resamples
        in which the model's F1 is the higher. An interval around 0 shows no difference.
        """,
        table);
  }

  @Test
  void jsonHasBothSidesTheDifferenceAndHowItWasMade() {
    ComparedScores scores = documents(20, OPTIONS);
    JsonObject json = EvaluationJson.of(scores);
    assertEquals(EvaluationJson.of(scores.baseline()), json.get("baseline"));
    assertEquals(EvaluationJson.of(scores.model()), json.get("model"));
    JsonObject strict = json.getAsJsonObject("differences").getAsJsonObject("strict");
    JsonObject micro = strict.getAsJsonObject("micro");
    assertEquals(strict(scores).micro().difference(), micro.get("f1").getAsDouble());
    assertEquals(strict(scores).micro().low(), micro.get("low").getAsDouble());
    assertEquals(
        1,
        strict
            .getAsJsonObject("types")
            .getAsJsonObject("location")
            .get("modelBetter")
            .getAsDouble());
    assertEquals(
        "{\"level\":0.95,\"resamples\":1000,\"unit\":\"document\",\"units\":20,\"seed\":1}",
        json.getAsJsonObject("bootstrap").toString());
  }
}
