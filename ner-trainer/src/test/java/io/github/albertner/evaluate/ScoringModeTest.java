package io.github.albertner.evaluate;

import static io.github.albertner.evaluate.ScoringMode.CONLLEVAL;
import static io.github.albertner.evaluate.ScoringMode.PARTIAL;
import static io.github.albertner.evaluate.ScoringMode.STRICT;
import static io.github.albertner.evaluate.ScoringMode.TYPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an entity gets in each mode; expected figures were worked out by hand. */
class ScoringModeTest {

  private static EntitySpan span(int begin, int end, String type) {
    return new EntitySpan(begin, end, type);
  }

  private static Evaluation evaluate(List<EntitySpan> gold, List<EntitySpan> predicted) {
    Sentence sentence = new Sentence(Collections.nCopies(20, "w"), gold, true);
    return Evaluation.of(
        List.of(sentence), List.of(predicted), EvaluationOptions.DEFAULTS.withoutIntervals());
  }

  private static void assertMicro(
      Evaluation evaluation, ScoringMode mode, long gold, long predicted, double credit) {
    assertEquals(
        new CreditCounts(gold, predicted, credit, credit), evaluation.in(mode).micro(), "" + mode);
  }

  /** The scenarios by which SemEval-2013 task 9 and nervaluate explain their measures. */
  @Test
  void theScenariosOfSemEval2013GetTheirPublishedScores() {
    List<EntitySpan> gold =
        List.of(
            span(0, 1, "brand"), // TIKOSYN, missed
            span(4, 5, "drug"), // warfarin
            span(6, 7, "drug"), // propranolol
            span(8, 9, "drug"), // phenytoin
            span(10, 11, "drug"), // theophylline
            span(13, 14, "group")); // contraceptives
    List<EntitySpan> predicted =
        List.of(
            span(2, 3, "brand"), // healthy, spurious
            span(3, 5, "drug"), // of warfarin
            span(6, 7, "brand"), // propranolol, another type
            span(8, 9, "drug"),
            span(10, 11, "drug"),
            span(12, 14, "drug")); // oral contraceptives
    Evaluation evaluation = evaluate(gold, predicted);
    assertMicro(evaluation, STRICT, 6, 6, 2);
    assertMicro(evaluation, PARTIAL, 6, 6, 4); // 3 right, 2 partial
    assertMicro(evaluation, TYPE, 6, 6, 3);
    assertEquals(0.33, evaluation.in(STRICT).micro().f1(), 0.005);
    assertEquals(0.67, evaluation.in(PARTIAL).micro().f1(), 0.005);
    assertEquals(0.5, evaluation.in(TYPE).micro().f1(), 0.005);
  }

  @Test
  void aPairOfTwoTypesCountsToEachOnItsOwnSide() {
    ModeScores scores = evaluate(List.of(span(0, 2, "a")), List.of(span(0, 2, "b"))).in(PARTIAL);
    assertEquals(
        Map.of("a", new CreditCounts(1, 0, 1, 0), "b", new CreditCounts(0, 1, 0, 1)),
        scores.types());
    assertEquals(1, scores.types().get("a").recall());
    assertEquals(0, scores.types().get("a").precision());
    assertEquals(1, scores.types().get("b").precision());
    assertEquals(0, scores.types().get("b").f1());
    assertEquals(1, scores.micro().f1());
    // b is not in the gold data, so that the macro figures are those of a.
    assertEquals(1, scores.macroRecall());
    assertEquals(0, scores.macroPrecision());
  }

  @Test
  void noEntityIsCreditedTwice() {
    List<EntitySpan> one = List.of(span(0, 6, "a"));
    List<EntitySpan> three = List.of(span(0, 2, "a"), span(2, 4, "a"), span(4, 6, "a"));
    for (ScoringMode mode : List.of(PARTIAL, TYPE)) {
      double credit = mode == PARTIAL ? 0.5 : 1;
      assertMicro(evaluate(one, three), mode, 1, 3, credit);
      assertMicro(evaluate(three, one), mode, 3, 1, credit);
    }
    assertMicro(evaluate(one, three), STRICT, 1, 3, 0);
  }

  @Test
  void pairsAreChosenSoThatTheyGetMost() {
    // The second prediction overlaps both gold entities, the first only the first of them.
    List<EntitySpan> gold = List.of(span(0, 3, "a"), span(3, 6, "a"));
    List<EntitySpan> predicted = List.of(span(0, 1, "a"), span(2, 5, "a"));
    assertMicro(evaluate(gold, predicted), TYPE, 2, 2, 2);
    assertMicro(evaluate(gold, predicted), PARTIAL, 2, 2, 1);
    // A prediction of another type must not take the place of one of the right type.
    Evaluation mixed =
        evaluate(List.of(span(0, 4, "a")), List.of(span(0, 2, "b"), span(2, 3, "a")));
    assertMicro(mixed, TYPE, 1, 2, 1);
  }

  @Test
  void noOtherPairsGetMoreThanThoseChosen() {
    Random random = new Random(4);
    for (int round = 0; round < 2000; round++) {
      List<EntitySpan> gold = randomSpans(random);
      List<EntitySpan> predicted = randomSpans(random);
      Evaluation evaluation = evaluate(gold, predicted);
      for (ScoringMode mode : ScoringMode.values()) {
        assertEquals(
            best(mode, gold, predicted) / 2.0,
            evaluation.in(mode).micro().goldCredit(),
            mode + " " + gold + " " + predicted);
        assertEquals(
            evaluation.in(mode).micro().goldCredit(),
            evaluation.in(mode).micro().predictedCredit());
      }
    }
  }

  private static List<EntitySpan> randomSpans(Random random) {
    List<EntitySpan> spans = new ArrayList<>();
    for (int begin = random.nextInt(3); begin < 12; begin += random.nextInt(3)) {
      int end = Math.min(12, begin + 1 + random.nextInt(3));
      spans.add(span(begin, end, random.nextBoolean() ? "a" : "b"));
      begin = end;
    }
    Collections.shuffle(spans, random);
    return spans;
  }

  /** The most that any pairing gets, in halves, by trying all. */
  private static int best(ScoringMode mode, List<EntitySpan> gold, List<EntitySpan> predicted) {
    if (gold.isEmpty()) {
      return 0;
    }
    List<EntitySpan> rest = gold.subList(1, gold.size());
    int best = best(mode, rest, predicted);
    for (EntitySpan found : predicted) {
      int halves = halves(mode, gold.get(0), found);
      if (halves > 0) {
        List<EntitySpan> left = new ArrayList<>(predicted);
        left.remove(found);
        best = Math.max(best, halves + best(mode, rest, left));
      }
    }
    return best;
  }

  private static int halves(ScoringMode mode, EntitySpan gold, EntitySpan found) {
    boolean sameWords = gold.begin() == found.begin() && gold.end() == found.end();
    boolean sameType = gold.type().equals(found.type());
    return switch (mode) {
      case STRICT, CONLLEVAL -> sameWords && sameType ? 2 : 0;
      case PARTIAL -> sameWords ? 2 : gold.overlaps(found) ? 1 : 0;
      case TYPE -> sameType && gold.overlaps(found) ? 2 : 0;
    };
  }

  @Test
  void strictAndConllevalScoresAreThoseOfTheEvaluator() {
    for (String file : List.of("bio", "iob1", "random", "nothing-found", "nothing-there")) {
      List<TaggedFile.Sentence> sentences = TaggedFile.read(file + ".conll");
      Evaluation evaluation = TaggedFile.evaluation(sentences, EvaluationOptions.DEFAULTS);
      EntityScores expected = TaggedFile.scores(sentences);
      assertEquals(expected, evaluation.strict());
      assertEquals(expected, evaluation.conlleval());
      for (ScoringMode mode : List.of(STRICT, CONLLEVAL)) {
        ModeScores scores = evaluation.in(mode);
        assertEquals(expected.types().keySet(), scores.types().keySet());
        expected
            .types()
            .forEach(
                (type, counts) -> {
                  CreditCounts credits = scores.types().get(type);
                  assertEquals(counts.gold(), credits.gold());
                  assertEquals(counts.predicted(), credits.predicted());
                  assertEquals((double) counts.correct(), credits.goldCredit());
                  assertEquals(counts.f1(), credits.f1(), 1e-12);
                });
        assertEquals(expected.macroF1(), scores.macroF1(), 1e-12);
        assertEquals(expected.macroPrecision(), scores.macroPrecision(), 1e-12);
        assertEquals(expected.macroRecall(), scores.macroRecall(), 1e-12);
        assertEquals(expected.micro().f1(), scores.micro().f1(), 1e-12);
      }
    }
  }

  @Test
  void asManyPredictionsAsSentencesAreExpected() {
    Sentence sentence = new Sentence(List.of("w"), List.of(), true);
    assertEquals(
        "expected predictions for each of 2 sentences, found 1",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Evaluation.of(
                        List.of(sentence, sentence),
                        List.of(List.of()),
                        EvaluationOptions.DEFAULTS))
            .getMessage());
  }

  @Test
  void creditsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CreditCounts(1, 1, 1.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new CreditCounts(1, 1, 0, -0.5));
    assertThrows(IllegalArgumentException.class, () -> new CreditCounts(1, 1, Double.NaN, 0));
  }
}
