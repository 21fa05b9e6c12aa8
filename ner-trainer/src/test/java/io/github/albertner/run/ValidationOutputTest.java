package io.github.albertner.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.train.EpochResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables and JSON of runs that were made up, with figures worked out by hand. */
class ValidationOutputTest {
  private static final EntitySpan ADA = new EntitySpan(0, 1, "person");
  private static final Sentence SENTENCE = new Sentence(List.of("Ada"), List.of(ADA), true);

  /** So many sentences, of which the first few are tagged right and the others not at all. */
  private static List<List<EntitySpan>> found(int sentences, int right) {
    List<List<EntitySpan>> found = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      found.add(i < right ? List.of(ADA) : List.of());
    }
    return found;
  }

  private static Evaluation evaluation(int sentences, int right) {
    return Evaluation.of(
        Collections.nCopies(sentences, SENTENCE),
        found(sentences, right),
        EvaluationOptions.DEFAULTS.withoutIntervals());
  }

  private static EpochResult epoch(int number, int sentences, int right) {
    EntityEvaluator evaluator = new EntityEvaluator();
    found(sentences, right).forEach(list -> evaluator.add(List.of(ADA), list, 1));
    return new EpochResult(number, number, 0, 0, evaluator.scores(), true);
  }

  /** Recall 1/3 and 1, all predictions right: F1 1/2 and 1. */
  private static CrossValidationResult twoFolds(int planned) {
    List<List<EntitySpan>> all = new ArrayList<>(found(6, 2));
    all.addAll(found(3, 3));
    List<Sentence> sentences = Collections.nCopies(9, SENTENCE);
    return new CrossValidationResult(
        planned,
        List.of(
            new FoldResult(1, 20, 4, 6, epoch(7, 3, 3), evaluation(6, 2)),
            new FoldResult(2, 21, 5, 3, epoch(9, 3, 1), evaluation(3, 3))),
        sentences,
        all,
        Evaluation.of(sentences, all, EvaluationOptions.DEFAULTS));
  }

  @Test
  void theTableHasFoldsMeanAndDeviation() {
    assertEquals(
        """
        strict scores by fold

        fold         train      dev     test  epoch   dev F1 precision   recall       F1 macro F1
        1               20        4        6      7   100.00    100.00    33.33    50.00    50.00
        2               21        5        3      9    50.00    100.00   100.00   100.00   100.00
        mean                                           75.00    100.00    66.67    75.00    75.00
        deviation                                      35.36      0.00    47.14    35.36    35.36
        """,
        CrossValidationTable.render(twoFolds(2)));
    assertTrue(
        CrossValidationTable.render(twoFolds(5)).endsWith("\nOnly 2 of 5 folds were judged.\n"));
  }

  @Test
  void pooledScoresAreThoseOfAllSentencesNotTheMean() {
    CrossValidationResult result = twoFolds(2);
    assertEquals(0.75, result.microF1(ScoringMode.STRICT).mean(), 1e-12);
    // 5 of 9 found, all right: 2 * 5 / (9 + 5).
    assertEquals(10.0 / 14, result.pooled().in(ScoringMode.STRICT).micro().f1(), 1e-12);
  }

  @Test
  void jsonHasFoldsMeansAndAllTogether() {
    JsonObject json = CrossValidationJson.of(twoFolds(3));
    assertEquals(3, json.get("planned").getAsInt());
    JsonObject second = json.getAsJsonArray("folds").get(1).getAsJsonObject();
    assertEquals(9, second.get("epoch").getAsInt());
    assertEquals(21, second.get("training").getAsInt());
    assertTrue(second.getAsJsonObject("evaluation").has("modes"));
    JsonObject strict = json.getAsJsonObject("overFolds").getAsJsonObject("strict");
    assertEquals(0.75, strict.getAsJsonObject("microF1").get("mean").getAsDouble(), 1e-12);
    assertEquals(
        Math.sqrt(0.125), strict.getAsJsonObject("microF1").get("deviation").getAsDouble(), 1e-12);
    assertTrue(json.getAsJsonObject("pooled").has("bootstrap"));
  }

  @Test
  void theTableOfSeedsMarksTheBest() {
    List<SeedRun> runs =
        List.of(
            new SeedRun(3, epoch(7, 3, 1), Optional.of(evaluation(3, 3))),
            new SeedRun(4, epoch(9, 3, 3), Optional.of(evaluation(6, 2))));
    assertEquals(
        """
        strict scores by seed

        seed       epoch   dev F1  test F1
        3              7    50.00   100.00
        4              9   100.00    50.00  best
        mean                75.00    75.00
        deviation           35.36    35.36
        best: highest development F1; test scores decide nothing.
        """,
        SeedTable.render(new SeedRuns(runs, null, 4)));
  }

  @Test
  void withoutTestDataThereIsNoColumnOfThem() {
    List<SeedRun> runs = List.of(new SeedRun(1, epoch(2, 3, 3), Optional.empty()));
    SeedRuns seeds = new SeedRuns(runs, null, 1);
    assertEquals(
        """
        strict scores by seed

        seed       epoch   dev F1
        1              2   100.00  best
        mean               100.00
        deviation            0.00
        best: highest development F1.
        """,
        SeedTable.render(seeds));
    assertTrue(seeds.testF1(ScoringMode.STRICT).isEmpty());
  }
}
