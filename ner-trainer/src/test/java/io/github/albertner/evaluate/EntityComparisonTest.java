package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityComparisonTest {
  private static final PairedBootstrap BOOTSTRAP = new PairedBootstrap(1000, 1);
  private static final EntitySpan ADA = new EntitySpan(0, 1, "person");
  private static final EntitySpan OSLO = new EntitySpan(2, 3, "location");

  /** So many documents of three sentences; the model finds all, the baseline only persons. */
  private static EntityComparison documents(int count) {
    EntityComparison comparison = new EntityComparison();
    for (int i = 0; i < 3 * count; i++) {
      Sentence gold = new Sentence(List.of("Ada", "in", "Oslo"), List.of(ADA, OSLO), i % 3 == 0);
      comparison.add(gold, List.of(ADA), i == 0 ? List.of(OSLO, ADA) : gold.entities());
    }
    return comparison;
  }

  @Test
  void documentsAreDrawnWhereEnoughAreKnown() {
    ComparedScores many = documents(20).scores(BOOTSTRAP);
    assertEquals(ComparedScores.Unit.DOCUMENT, many.unit());
    assertEquals(20, many.units());
    ComparedScores few = documents(19).scores(BOOTSTRAP);
    assertEquals(ComparedScores.Unit.SENTENCE, few.unit());
    assertEquals(57, few.units());
  }

  @Test
  void bothSidesAreScoredAsEachAloneIs() {
    ComparedScores scores = documents(20).scores(BOOTSTRAP);
    assertEquals(new MatchCounts(120, 60, 60), scores.baseline().micro());
    assertEquals(new MatchCounts(120, 120, 120), scores.model().micro());
    assertEquals(1 - 2.0 / 3, scores.micro().difference(), 1e-12);
    assertEquals(new F1Difference(1, 1, 1, 1), scores.types().get("location"));
    assertEquals(new F1Difference(0, 0, 0, 0), scores.types().get("person"));
  }

  @Test
  void sentencesOfADocumentAreDrawnTogether() {
    // Half of the documents are found by the one side, half by the other, whole.
    EntityComparison byDocument = new EntityComparison();
    EntityComparison bySentence = new EntityComparison();
    for (int i = 0; i < 400; i++) {
      List<EntitySpan> found = i / 10 % 2 == 0 ? List.of(ADA) : List.of();
      List<EntitySpan> other = i / 10 % 2 == 0 ? List.of() : List.of(ADA);
      Sentence sentence = new Sentence(List.of("Ada"), List.of(ADA), i % 10 == 0);
      byDocument.add(sentence, found, other);
      bySentence.add(sentence.withStartsDocument(false), found, other);
    }
    F1Difference documents = byDocument.scores(BOOTSTRAP).micro();
    F1Difference sentences = bySentence.scores(BOOTSTRAP).micro();
    double ratio = (documents.high() - documents.low()) / (sentences.high() - sentences.low());
    assertEquals(Math.sqrt(10), ratio, 0.5, documents + " " + sentences);
  }

  @Test
  void theTableShowsBothSidesAndTheInterval() {
    String table = ComparedScoresTable.render(documents(20).scores(BOOTSTRAP));
    assertTrue(table.startsWith(EntityEvaluator.RULES), table);
    assertEquals(
        """

                          | baseline                   | model                      | F1, model - baseline        | model
        type         gold |    prec.   recall       F1 |    prec.   recall       F1 |    diff.       95% interval | better
        location       60 |     0.00     0.00     0.00 |   100.00   100.00   100.00 |  +100.00 [+100.00, +100.00] | 100.0%
        person         60 |   100.00   100.00   100.00 |   100.00   100.00   100.00 |    +0.00 [  +0.00,   +0.00] |   0.0%
        micro         120 |   100.00    50.00    66.67 |   100.00   100.00   100.00 |   +33.33 [ +33.33,  +33.33] | 100.0%
        token accuracy: baseline 66.67, model 100.00 over 180 words in 60 sentences
        Intervals: paired bootstrap, 1000 resamples of 20 documents, seed 1. better: share of resamples
        in which the model's F1 is the higher. An interval around 0 shows no difference.
        """,
        table.substring(EntityEvaluator.RULES.length()));
  }

  @Test
  void jsonHasBothSidesTheDifferenceAndHowItWasMade() {
    ComparedScores scores = documents(20).scores(BOOTSTRAP);
    JsonObject json = ComparedScoresJson.of(scores);
    assertEquals(EntityScoresJson.of(scores.baseline()), json.get("baseline"));
    assertEquals(EntityScoresJson.of(scores.model()), json.get("model"));
    JsonObject micro = json.getAsJsonObject("difference").getAsJsonObject("micro");
    assertEquals(scores.micro().difference(), micro.get("f1").getAsDouble());
    assertEquals(scores.micro().low(), micro.get("low").getAsDouble());
    assertEquals(
        1,
        json.getAsJsonObject("difference")
            .getAsJsonObject("types")
            .getAsJsonObject("location")
            .get("modelBetter")
            .getAsDouble());
    assertEquals(
        "{\"level\":0.95,\"resamples\":1000,\"unit\":\"document\",\"units\":20,\"seed\":1}",
        json.getAsJsonObject("bootstrap").toString());
  }
}
