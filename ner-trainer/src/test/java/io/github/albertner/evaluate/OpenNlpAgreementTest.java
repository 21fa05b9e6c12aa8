package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.namefind.TokenNameFinderEvaluator;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.eval.FMeasure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenNLP's own evaluator judges the same predictions, handed out by a finder that only recites
 * them.
 */
class OpenNlpAgreementTest {

  /** Recites prepared predictions, one sentence after the other. */
  private static final class Reciter implements TokenNameFinder {

    private final List<TaggedFile.Sentence> sentences;
    private int next;

    Reciter(List<TaggedFile.Sentence> sentences) {
      this.sentences = sentences;
    }

    @Override
    public Span[] find(String[] tokens) {
      TaggedFile.Sentence sentence = sentences.get(next++);
      assertEquals(sentence.words(), List.of(tokens));
      return spans(sentence.predicted(), 0.5);
    }

    @Override
    public void clearAdaptiveData() {}
  }

  private static Span[] spans(List<EntitySpan> entities, double probability) {
    return entities.stream()
        .map(e -> new Span(e.begin(), e.end(), e.type(), probability))
        .toArray(Span[]::new);
  }

  private static FMeasure openNlp(List<TaggedFile.Sentence> sentences) throws IOException {
    List<NameSample> samples =
        sentences.stream()
            .map(s -> new NameSample(s.words().toArray(new String[0]), spans(s.gold(), 0), true))
            .toList();
    TokenNameFinderEvaluator evaluator = new TokenNameFinderEvaluator(new Reciter(sentences));
    evaluator.evaluate(ObjectStreamUtils.createObjectStream(samples));
    return evaluator.getFMeasure();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bio",
        "iob1",
        "mixed-schemes",
        "orphans",
        "random",
        "nothing-found",
        "nothing-there"
      })
  void givesTheFiguresOfTokenNameFinderEvaluator(String file) throws IOException {
    List<TaggedFile.Sentence> sentences = TaggedFile.read(file + ".conll");
    FMeasure expected = openNlp(sentences);
    MatchCounts micro = TaggedFile.scores(sentences).micro();
    assertEquals(expected.getPrecisionScore(), micro.precision(), 1e-12);
    assertEquals(expected.getRecallScore(), micro.recall(), 1e-12);
    // OpenNLP says -1 where precision and recall are 0.
    assertEquals(Math.max(0, expected.getFMeasure()), micro.f1(), 1e-12);
  }
}
