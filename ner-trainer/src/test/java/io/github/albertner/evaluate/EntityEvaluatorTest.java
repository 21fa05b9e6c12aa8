package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.label.EntitySpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityEvaluatorTest {

  private final EntityEvaluator evaluator = new EntityEvaluator();

  private static EntitySpan span(int begin, int end, String type) {
    return new EntitySpan(begin, end, type);
  }

  @Test
  void anEntityIsCorrectOnlyWithBothBoundariesAndItsType() {
    List<EntitySpan> gold =
        List.of(span(0, 2, "PER"), span(3, 5, "LOC"), span(5, 6, "LOC"), span(7, 8, "ORG"));
    List<EntitySpan> predicted =
        List.of(span(0, 2, "PER"), span(3, 4, "LOC"), span(5, 6, "ORG"), span(8, 9, "ORG"));
    evaluator.add(gold, predicted, 10);
    assertEquals(
        Map.of(
            "PER", new MatchCounts(1, 1, 1),
            "LOC", new MatchCounts(2, 1, 0),
            "ORG", new MatchCounts(1, 2, 0)),
        evaluator.scores().types());
    assertEquals(new MatchCounts(4, 4, 1), evaluator.scores().micro());
  }

  @Test
  void adjacentEntitiesOfOneTypeAreNotOneEntity() {
    evaluator.add(List.of(span(0, 1, "PER"), span(1, 2, "PER")), List.of(span(0, 2, "PER")), 2);
    evaluator.add(
        List.of(span(0, 1, "PER"), span(1, 2, "PER")),
        List.of(span(1, 2, "PER"), span(0, 1, "PER")),
        2);
    EntityScores scores = evaluator.scores();
    assertEquals(new MatchCounts(4, 3, 2), scores.micro());
    assertEquals(new MatchCounts(4, 4, 3), scores.tags());
    assertEquals(0.75, scores.tokenAccuracy());
  }

  @Test
  void theProbabilityOfAPredictionDoesNotMatter() {
    evaluator.add(List.of(span(0, 1, "PER")), List.of(new EntitySpan(0, 1, "PER", 0.1)), 1);
    assertEquals(1, evaluator.scores().micro().f1());
  }

  @Test
  void macroIsTheMeanOverTheTypesInTheGoldData() {
    evaluator.add(
        List.of(span(0, 1, "PER"), span(1, 2, "PER"), span(2, 3, "LOC")),
        List.of(span(0, 1, "PER"), span(2, 3, "LOC"), span(3, 4, "LOC"), span(4, 5, "MISC")),
        6);
    EntityScores scores = evaluator.scores();
    // PER: P 1, R 1/2, F 2/3; LOC: P 1/2, R 1, F 2/3; MISC is not in the gold data.
    assertEquals(0.75, scores.macroPrecision(), 1e-12);
    assertEquals(0.75, scores.macroRecall(), 1e-12);
    assertEquals(2.0 / 3, scores.macroF1(), 1e-12);
    assertEquals(0.5, scores.micro().precision(), 1e-12);
  }

  @Test
  void tokenScoresCountTagsWithTheirPrefixes() {
    // gold B I O O, predicted I-less: O B O B
    evaluator.add(List.of(span(0, 2, "PER")), List.of(span(1, 2, "PER"), span(3, 4, "PER")), 4);
    EntityScores scores = evaluator.scores();
    assertEquals(new MatchCounts(2, 2, 0), scores.tags());
    assertEquals(0.25, scores.tokenAccuracy());
  }

  @Test
  void nothingAtAllScoresZero() {
    EntityScores scores = evaluator.scores();
    assertEquals(0, scores.micro().precision());
    assertEquals(0, scores.micro().recall());
    assertEquals(0, scores.micro().f1());
    assertEquals(0, scores.macroF1());
    assertEquals(0, scores.tokenAccuracy());
    evaluator.add(List.of(), List.of(), 0);
    assertEquals(1, evaluator.scores().sentences());
  }

  @Test
  void aRefusedSentenceLeavesNoTrace() {
    List<EntitySpan> overlapping = List.of(span(0, 2, "PER"), span(1, 3, "LOC"));
    List<EntitySpan> none = List.of();
    assertThrows(IllegalArgumentException.class, () -> evaluator.add(none, overlapping, 3));
    assertThrows(
        IllegalArgumentException.class, () -> evaluator.add(List.of(span(2, 4, "PER")), none, 3));
    assertEquals(new EntityEvaluator().scores(), evaluator.scores());
  }

  @Test
  void scoresDoNotChangeWithLaterSentences() {
    EntityScores before = evaluator.scores();
    evaluator.add(List.of(span(0, 1, "PER")), List.of(), 1);
    assertEquals(0, before.types().size());
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MatchCounts(1, 1, 2));
    assertThrows(IllegalArgumentException.class, () -> new MatchCounts(1, 1, -1));
  }
}
