package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LabelScoresTest {

  @Test
  void logitsBecomeADistributionOverLabelsForEachWord() {
    LabelScores scores = LabelScores.ofLogits(new float[] {0, 0, (float) Math.log(3), 0}, 2, 2);
    assertEquals(0.5, scores.probability(0, 0), 1e-6);
    assertEquals(0.75, scores.probability(1, 0), 1e-6);
    assertEquals(Math.log(0.25), scores.logProbability(1, 1), 1e-6);
    assertEquals(0, scores.best(0));
    assertEquals(0, scores.best(1));
  }

  @Test
  void largeLogitsNeitherOverflowNorVanish() {
    LabelScores scores = LabelScores.ofLogits(new float[] {1e30f, -1e30f, -1000, -1001}, 2, 2);
    assertEquals(1, scores.probability(0, 0));
    assertEquals(0, scores.probability(0, 1));
    assertEquals(1 / (1 + Math.exp(-1)), scores.probability(1, 0), 1e-6);
  }

  @Test
  void laterChangesOfTheArrayDoNotMatter() {
    float[] logits = {0, 5};
    LabelScores scores = LabelScores.ofLogits(logits, 1, 2);
    logits[0] = 50;
    assertEquals(1, scores.best(0));
  }

  @Test
  void aWordWithoutADistributionIsNamed() {
    Exception e =
        assertThrows(
            ArithmeticException.class,
            () -> LabelScores.ofLogits(new float[] {0, 1, Float.NaN, 1}, 2, 2));
    assertEquals(
        "expected finite logits, found no distribution over labels at word 1 of 2: the network's weights are"
            + " damaged, or its training diverged",
        e.getMessage());
    float inf = Float.POSITIVE_INFINITY;
    assertThrows(ArithmeticException.class, () -> LabelScores.ofLogits(new float[] {inf, 0}, 1, 2));
    assertThrows(
        ArithmeticException.class, () -> LabelScores.ofLogits(new float[] {-inf, -inf}, 1, 2));
    assertEquals(1, LabelScores.ofLogits(new float[] {-inf, 0}, 1, 2).probability(0, 1));
  }

  @Test
  void anEmptySentenceHasNoScores() {
    assertEquals(0, LabelScores.ofLogits(new float[0], 0, 3).words());
  }

  @Test
  void sizesAndIndicesAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> LabelScores.ofLogits(new float[5], 2, 3));
    LabelScores scores = LabelScores.ofLogits(new float[6], 2, 3);
    assertThrows(IndexOutOfBoundsException.class, () -> scores.probability(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> scores.probability(2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> scores.best(-1));
  }

  @Test
  void aRangeOfWordsKeepsItsScores() {
    LabelScores all = LabelScores.ofLogits(new float[] {0, 1, 2, 3, 5, 8}, 3, 2);
    LabelScores last = all.words(1, 3);
    assertEquals(2, last.words());
    assertEquals(all.logProbability(1, 0), last.logProbability(0, 0));
    assertEquals(all.logProbability(2, 1), last.logProbability(1, 1));
    assertEquals(0, all.words(3, 3).words());
    assertThrows(IndexOutOfBoundsException.class, () -> all.words(2, 4));
  }
}
