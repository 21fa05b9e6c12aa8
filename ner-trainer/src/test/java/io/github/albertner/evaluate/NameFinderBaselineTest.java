package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.corpus.NameSamples;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.BaselineSettings.Algorithm;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderEvaluator;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.eval.FMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NameFinderBaselineTest {

  private static final List<String> NAMES = List.of("Anna", "Lee", "Marta", "Piet", "Ola", "Juno");
  private static final List<String> PLACES =
      List.of("Oslo", "Rome", "Bergen", "York", "Lima", "Graz");

  /**
   * Sentences of one pattern in a few variants, with a person, a place, and at times two persons in
   * a row.
   */
  private static List<Sentence> sentences(long seed, int count) {
    Random random = new Random(seed);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      String place = PLACES.get(random.nextInt(PLACES.size()));
      // The first word is a name or none: only what was seen before could tell.
      String first = random.nextBoolean() ? "May" : "Will";
      List<EntitySpan> entities = new ArrayList<>();
      if (random.nextBoolean()) {
        entities.add(new EntitySpan(0, 1, "PER"));
      }
      entities.add(new EntitySpan(2, 3, "PER"));
      entities.add(new EntitySpan(4, 6, "LOC"));
      sentences.add(
          new Sentence(List.of(first, "saw", name, "in", "New", place, "."), entities, i == 0));
    }
    return sentences;
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatItWasTrainedOn(Algorithm algorithm) throws IOException {
    NameFinderBaseline baseline =
        NameFinderBaseline.train(sentences(1, 150), BaselineSettings.defaults(algorithm), "en");
    EntityScores scores = baseline.evaluate(sentences(2, 30));
    assertEquals(30, scores.sentences());
    assertEquals(1, scores.types().get("LOC").f1());
  }

  @ParameterizedTest
  @EnumSource
  void scoresAsOpenNlpsOwnEvaluatorWithAdaptiveDataClearedPerSentence(Algorithm algorithm)
      throws IOException {
    List<Sentence> training = sentences(3, 150);
    List<Sentence> test = sentences(4, 60);
    EntityScores scores =
        NameFinderBaseline.train(training, BaselineSettings.defaults(algorithm), "en")
            .evaluate(test);

    TrainingParameters parameters = new TrainingParameters();
    parameters.put("Algorithm", algorithm.name());
    parameters.put("Iterations", algorithm == Algorithm.PERCEPTRON ? 300 : 100);
    parameters.put("Cutoff", 0);
    TokenNameFinderModel model =
        NameFinderME.train(
            "en",
            null,
            ObjectStreamUtils.createObjectStream(cleared(training)),
            parameters,
            new TokenNameFinderFactory());
    TokenNameFinderEvaluator evaluator = new TokenNameFinderEvaluator(new NameFinderME(model));
    evaluator.evaluate(ObjectStreamUtils.createObjectStream(cleared(test)));
    FMeasure expected = evaluator.getFMeasure();
    assertEquals(expected.getPrecisionScore(), scores.micro().precision(), 1e-12);
    assertEquals(expected.getRecallScore(), scores.micro().recall(), 1e-12);
    assertEquals(expected.getFMeasure(), scores.micro().f1(), 1e-12);
  }

  private static List<NameSample> cleared(List<Sentence> sentences) {
    return sentences.stream()
        .map(s -> NameSamples.toNameSample(s.withStartsDocument(true)))
        .toList();
  }

  @Test
  void aSentenceIsJudgedTheSameWhateverCameBefore() throws IOException {
    NameFinderBaseline baseline =
        NameFinderBaseline.train(
            sentences(5, 150), BaselineSettings.defaults(Algorithm.MAXENT), "en");
    List<Sentence> test = sentences(6, 12);
    Function<List<Sentence>, List<String>> predictions =
        list ->
            list.stream()
                .map(s -> s.words() + " " + baseline.find(s.words()))
                .sorted()
                .collect(Collectors.toList());
    List<Sentence> reversed = new ArrayList<>(test);
    Collections.reverse(reversed);
    assertEquals(predictions.apply(test), predictions.apply(reversed));
  }

  @Test
  void settingsHaveLimits() {
    for (int[] bad : new int[][] {{0, 0}, {1, -1}}) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> new BaselineSettings(Algorithm.MAXENT, bad[0], bad[1]));
      assertEquals(
          String.format(
              Locale.ROOT,
              "expected at least 1 iteration and a cutoff of at least 0, found iterations %d, cutoff %d",
              bad[0],
              bad[1]),
          e.getMessage());
    }
  }

  @Test
  void dataWithoutEntitiesAreRefusedByOpenNlp() {
    List<Sentence> empty = List.of(new Sentence(List.of("nothing", "here"), List.of(), true));
    assertThrows(
        IOException.class,
        () -> NameFinderBaseline.train(empty, BaselineSettings.defaults(Algorithm.MAXENT), "en"));
  }
}
