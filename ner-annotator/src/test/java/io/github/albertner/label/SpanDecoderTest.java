package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanDecoderTest {

  private static final LabelSet BIO = LabelSet.bioOf(List.of("P", "L"));

  /** Scores with the given probabilities of O B-P I-P B-L I-L, a row for each word. */
  private static LabelScores scores(double[]... rows) {
    float[] logits = new float[rows.length * rows[0].length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(rows[i / rows[0].length][i % rows[0].length]);
    }
    return LabelScores.ofLogits(logits, rows.length, rows[0].length);
  }

  @Test
  void anOrphanInsideIsNeverChosenThoughItIsTheLikeliestLabel() {
    LabelScores scores =
        scores(
            new double[] {0.30, 0.20, 0.40, 0.05, 0.05},
            new double[] {0.05, 0.05, 0.80, 0.05, 0.05});
    SpanDecoder decoder = new SpanDecoder(BIO);
    assertEquals(2, scores.best(0));
    assertArrayEquals(new int[] {1, 2}, decoder.bestLabels(scores));
    List<EntitySpan> spans = decoder.decode(scores);
    assertEquals(1, spans.size());
    assertTrue(spans.get(0).sameEntity(new EntitySpan(0, 2, "P")));
    assertEquals((0.20 + 0.80) / 2, spans.get(0).probability(), 1e-6);
  }

  /** A network that learned from IOB1 data and has all labels never begins an entity with B-. */
  @Test
  void anInsideBeginsAnEntityWhereTheLabelsAreOfIob1() {
    LabelScores scores =
        scores(
            new double[] {0.03, 0.01, 0.90, 0.03, 0.03},
            new double[] {0.90, 0.01, 0.05, 0.01, 0.03},
            new double[] {0.03, 0.01, 0.03, 0.03, 0.90},
            new double[] {0.01, 0.01, 0.01, 0.96, 0.01},
            new double[] {0.01, 0.01, 0.95, 0.01, 0.02});
    List<EntitySpan> spans = new SpanDecoder(BIO.withScheme(TagScheme.IOB1)).decode(scores);
    assertEquals(
        List.of("0 1 P", "2 3 L", "3 4 L", "4 5 P"),
        spans.stream().map(s -> s.begin() + " " + s.end() + " " + s.type()).toList());
  }

  @Test
  void aTypeCannotChangeInsideASpan() {
    LabelScores scores =
        scores(
            new double[] {0.01, 0.95, 0.02, 0.01, 0.01},
            new double[] {0.05, 0.05, 0.30, 0.05, 0.55});
    assertArrayEquals(new int[] {1, 2}, new SpanDecoder(BIO).bestLabels(scores));
  }

  @Test
  void adjacentEntitiesOfOneTypeStayApart() {
    LabelScores scores =
        scores(
            new double[] {0.1, 0.8, 0.1, 0, 0},
            new double[] {0.1, 0.6, 0.3, 0, 0},
            new double[] {0.1, 0.2, 0.7, 0, 0});
    List<EntitySpan> spans = new SpanDecoder(BIO).decode(scores);
    assertEquals(2, spans.size());
    assertTrue(spans.get(0).sameEntity(new EntitySpan(0, 1, "P")));
    assertTrue(spans.get(1).sameEntity(new EntitySpan(1, 3, "P")));
    assertEquals(0.65, spans.get(1).probability(), 1e-6);
  }

  @Test
  void anIob1SetMayBeginWithInside() {
    LabelSet labels = LabelSet.of(List.of("O", "I-P", "B-L", "I-L"));
    LabelScores scores =
        scores(new double[] {0.1, 0.8, 0.05, 0.05}, new double[] {0.1, 0.2, 0.6, 0.1});
    List<EntitySpan> spans = new SpanDecoder(labels).decode(scores);
    assertTrue(spans.get(0).sameEntity(new EntitySpan(0, 1, "P")));
    assertTrue(spans.get(1).sameEntity(new EntitySpan(1, 2, "L")));
  }

  @Test
  void aBioesSpanIsClosedByTheEndOfTheSentence() {
    LabelSet labels = LabelSet.of(List.of("O", "B-P", "E-P", "S-P"));
    LabelScores scores =
        scores(new double[] {0.9, 0.04, 0.03, 0.03}, new double[] {0.1, 0.7, 0.05, 0.15});
    assertArrayEquals(new int[] {0, 3}, new SpanDecoder(labels).bestLabels(scores));
  }

  @Test
  void aSetWithoutInsideLabelsNamesOneWordEntities() {
    LabelSet labels = LabelSet.of(List.of("O", "B-P"));
    LabelScores scores = scores(new double[] {0.1, 0.9}, new double[] {0.2, 0.8});
    assertEquals(2, new SpanDecoder(labels).decode(scores).size());
  }

  @Test
  void probabilitiesOfZeroNeverForceAnIllegalSequenceNorAZeroSpan() {
    // Only I-P is possible at the first word: no legal sequence has a probability above 0.
    LabelScores scores = scores(new double[] {0, 0, 1, 0, 0}, new double[] {0, 0, 1, 0, 0});
    List<EntitySpan> spans = new SpanDecoder(BIO).decode(scores);
    assertTrue(spans.get(0).sameEntity(new EntitySpan(0, 2, "P")));
    assertEquals(0.5, spans.get(0).probability(), 1e-6);

    LabelScores one = scores(new double[] {1, 0, 0, 0, 0});
    EntitySpan span = new SpanDecoder(BIO).spans(new int[] {1}, one).get(0);
    assertTrue(span.probability() > 0);
  }

  @Test
  void anEmptySentenceHasNoSpans() {
    LabelScores scores = LabelScores.ofLogits(new float[0], 0, 5);
    assertEquals(List.of(), new SpanDecoder(BIO).decode(scores));
  }

  @Test
  void scoresOfAnotherLabelSetAreRefused() {
    LabelScores scores = LabelScores.ofLogits(new float[6], 2, 3);
    SpanDecoder decoder = new SpanDecoder(BIO);
    assertThrows(IllegalArgumentException.class, () -> decoder.decode(scores));
    LabelScores two = LabelScores.ofLogits(new float[10], 2, 5);
    assertThrows(IllegalArgumentException.class, () -> decoder.spans(new int[3], two));
  }
}
