package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityPair.Edge;
import io.github.albertner.evaluate.EntityPair.Kind;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ErrorAnalysisTest {
  private static EntitySpan span(int begin, int end, String type) {
    return new EntitySpan(begin, end, type);
  }

  private static JudgedSentence sentence(List<EntitySpan> gold, List<EntitySpan> predicted) {
    List<String> words = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    return new JudgedSentence(new Sentence(words, gold, false), predicted, OptionalDouble.empty());
  }

  private static ErrorAnalysis analyse(List<EntitySpan> gold, List<EntitySpan> predicted) {
    return ErrorAnalysis.of(List.of(sentence(gold, predicted)));
  }

  @Test
  void everyKindOfErrorIsTold() {
    ErrorAnalysis analysis =
        ErrorAnalysis.of(
            List.of(
                sentence(
                    List.of(span(0, 2, "A"), span(3, 4, "A"), span(6, 8, "B"), span(9, 10, "B")),
                    List.of(span(0, 2, "A"), span(3, 4, "B"), span(5, 8, "B"))),
                sentence(List.of(span(0, 2, "A")), List.of(span(1, 3, "B"), span(7, 9, "C")))));
    assertEquals(
        Map.of(
            Kind.RIGHT, 1L,
            Kind.TYPE, 1L,
            Kind.BOUNDARY, 1L,
            Kind.TYPE_AND_BOUNDARY, 1L,
            Kind.MISSED, 1L,
            Kind.SPURIOUS, 1L),
        analysis.kinds());
    assertEquals(List.of("A", "B", "C"), analysis.types());
    assertEquals(
        List.of(
            List.of(1L, 2L, 0L, 0L), // A: found once, twice taken for B
            List.of(0L, 1L, 0L, 1L), // B: found once, missed once
            List.of(0L, 0L, 0L, 0L),
            List.of(0L, 0L, 1L, 0L)), // C where there is nothing
        analysis.confusion());
    assertEquals(1, analysis.of(Kind.SPURIOUS).get(0).sentence());
  }

  @Test
  void edgesAreComparedOnBothSides() {
    ErrorAnalysis analysis =
        analyse(
            List.of(span(0, 2, "A"), span(4, 7, "A"), span(8, 9, "A")),
            List.of(span(0, 3, "A"), span(5, 6, "A"), span(8, 9, "B")));
    assertEquals(
        List.of(
            List.of(1L, 0L, 0L), // begins inside and ends inside
            List.of(0L, 1L, 1L), // begins right; ends right, ends outside
            List.of(0L, 0L, 0L)),
        analysis.edges());
    EntityPair inside = analysis.of(Kind.BOUNDARY).get(1);
    assertEquals(Edge.SHORT, inside.left());
    assertEquals(Edge.SHORT, inside.right());
    EntityPair before =
        new EntityPair(0, Optional.of(span(2, 4, "A")), Optional.of(span(1, 3, "A")));
    assertEquals(Edge.LONG, before.left());
    assertEquals(Edge.SHORT, before.right());
  }

  @Test
  void theSameWordsBelongTogetherThenThoseThatShareMost() {
    // The first prediction overlaps both gold entities and shares more with the second.
    ErrorAnalysis most =
        analyse(
            List.of(span(0, 2, "A"), span(2, 5, "B")), List.of(span(1, 4, "A"), span(4, 5, "A")));
    assertEquals(Optional.empty(), most.pairs().get(0).predicted());
    assertEquals(Optional.of(span(1, 4, "A")), most.pairs().get(1).predicted());
    assertEquals(Kind.SPURIOUS, most.pairs().get(2).kind());
    // One word of each: the one of the same type.
    ErrorAnalysis type =
        analyse(List.of(span(1, 3, "A")), List.of(span(0, 2, "B"), span(2, 4, "A")));
    assertEquals(Optional.of(span(2, 4, "A")), type.pairs().get(0).predicted());
    // Of the same type too: the first.
    ErrorAnalysis first =
        analyse(List.of(span(1, 3, "A")), List.of(span(0, 2, "A"), span(2, 4, "A")));
    assertEquals(Optional.of(span(0, 2, "A")), first.pairs().get(0).predicted());
  }

  @Test
  void correctPairsAreThoseOfStrictScoring() {
    JudgedSentence sentence =
        sentence(
            List.of(span(0, 2, "A"), span(4, 7, "A")),
            List.of(new EntitySpan(0, 2, "A", 0.5), new EntitySpan(4, 6, "A", 0.9)));
    assertEquals(2, sentence.errors());
    EntityEvaluator evaluator = new EntityEvaluator();
    evaluator.add(sentence.gold().entities(), sentence.predicted(), 10);
    assertEquals(
        evaluator.scores().micro().correct(),
        ErrorAnalysis.of(List.of(sentence)).kinds().get(Kind.RIGHT));
  }

  @Test
  void whatLiesOutsideTheSentenceIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> sentence(List.of(), List.of(span(9, 11, "A"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EntityPair(0, Optional.empty(), Optional.empty()));
  }
}
