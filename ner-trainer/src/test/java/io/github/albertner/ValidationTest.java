package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.run.CrossValidation;
import io.github.albertner.run.CrossValidationResult;
import io.github.albertner.run.FoldResult;
import io.github.albertner.run.RunListener;
import io.github.albertner.run.SeedRuns;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.Trainer;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingRequest;
import io.github.albertner.train.Toy;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several trainings in one process: who sees which sentences, and what stays in memory. */
class ValidationTest {
  private static final EvaluationOptions PLAIN = EvaluationOptions.DEFAULTS.withoutIntervals();
  private static final TaggerOptions ONE_THREAD = TaggerOptions.defaults().withThreads(1);

  /** Other tests may have left models to the collector. */
  @BeforeEach
  void awaitNothingLoaded() throws InterruptedException {
    for (int i = 0; i < 100 && SharedModels.count() > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(0, SharedModels.count(), "networks in memory");
  }

  private static TrainingRequest request(String epochs, String rate, long seed) {
    return TrainingRequest.of(
        "random:tiny",
        Map.of(
            "epochs",
            epochs,
            "batch-size",
            "8",
            "learning-rate",
            rate,
            "threads",
            "1",
            "seed",
            Long.toString(seed)));
  }

  /** Notes how many networks for tagging are loaded while one is trained. */
  private static final class Watch implements RunListener {
    private final List<Integer> loaded = new ArrayList<>();

    @Override
    public void step(TrainingStep step) {
      loaded.add(SharedModels.count());
    }
  }

  private final Watch watch = new Watch();

  @Test
  void everySentenceIsTaggedOnceByAModelThatHasNotSeenItAndThatIsThenFreed() throws IOException {
    List<Sentence> corpus = Toy.sentences(90, 1);
    CrossValidation validation = CrossValidation.of(corpus, 3, 0.2, 7);
    List<FoldResult> heard = new ArrayList<>();
    List<TrainingData> seen = new ArrayList<>();
    CrossValidationResult result =
        validation.run(
            new CrossValidation.FoldTrainer() {
              @Override
              public Optional<TrainedModel> train(int fold, TrainingData data, int test)
                  throws IOException {
                seen.add(data);
                return Optional.of(Trainer.train(request("6", "2e-3", 1), data, watch));
              }

              @Override
              public void ended(FoldResult fold) {
                heard.add(fold);
              }
            },
            ONE_THREAD,
            EvaluationOptions.DEFAULTS);

    assertTrue(watch.loaded.size() > 20, watch.loaded.toString());
    assertEquals(Set.of(0), new HashSet<>(watch.loaded), "networks as the next is trained");
    assertEquals(0, SharedModels.count(), "networks at the end");

    assertEquals(90, result.sentences().size());
    assertEquals(
        count(corpus), count(result.sentences()), "each sentence as often as in the corpus");
    for (int fold = 0; fold < 3; fold++) {
      Set<List<String>> judged = words(validation.folds().parts().get(fold));
      Set<List<String>> learned = words(seen.get(fold).training());
      Set<List<String>> chosenBy = words(seen.get(fold).development());
      assertTrue(learned.stream().noneMatch(judged::contains), "learned from the fold");
      assertTrue(chosenBy.stream().noneMatch(judged::contains), "chosen by the fold");
      assertTrue(chosenBy.stream().noneMatch(learned::contains), "chosen by what was learned");
      FoldResult ofFold = result.folds().get(fold);
      assertEquals(validation.folds().parts().get(fold).size(), ofFold.test());
      assertEquals(90 - ofFold.test(), ofFold.training() + ofFold.development());
      assertEquals(ofFold.test(), ofFold.evaluation().strict().sentences());
    }
    assertEquals(heard, result.folds());
    assertEquals(3, result.planned());
    assertEquals(180, result.pooled().strict().micro().gold());
    assertEquals(
        result.folds().stream().mapToLong(f -> f.evaluation().strict().micro().correct()).sum(),
        result.pooled().strict().micro().correct());
    assertTrue(result.microF1(ScoringMode.STRICT).mean() > 0.9, heard.toString());
    assertTrue(result.pooled().resampling().isPresent());
  }

  private static Set<List<String>> words(List<Sentence> sentences) {
    Set<List<String>> words = new HashSet<>();
    sentences.forEach(sentence -> words.add(sentence.words()));
    return words;
  }

  private static Map<List<String>, Long> count(List<Sentence> sentences) {
    return sentences.stream()
        .collect(Collectors.groupingBy(Sentence::words, Collectors.counting()));
  }

  @Test
  void aCrossValidationThatIsEndedTellsOfTheFoldsBefore() throws IOException {
    CrossValidation validation = CrossValidation.of(Toy.sentences(60, 1), 4, 0.2, 1);
    CrossValidationResult result =
        validation.run(
            (fold, data, test) ->
                fold > 1
                    ? Optional.empty()
                    : Optional.of(Trainer.train(request("1", "2e-3", 1), data, RunListener.NONE)),
            ONE_THREAD,
            PLAIN);
    assertEquals(4, result.planned());
    assertEquals(1, result.folds().size());
    assertEquals(validation.folds().parts().get(0), result.sentences());
  }

  @Test
  void foldsAndSharesOutOfRangeAreRefused() {
    List<Sentence> corpus = Toy.sentences(10, 1);
    assertThrows(IllegalArgumentException.class, () -> CrossValidation.of(corpus, 1, 0.2, 1));
    assertThrows(IllegalArgumentException.class, () -> CrossValidation.of(corpus, 2, 1.2, 1));
    assertThrows(IllegalArgumentException.class, () -> CrossValidation.of(corpus, 90, 0.2, 1));
  }

  @Test
  void theSeedThatIsBestOnTheDevelopmentDataIsKeptWhateverTheTestSays() throws IOException {
    TrainingData data = TrainingData.of(Toy.sentences(60, 1), Toy.sentences(20, 2));
    List<Sentence> test = Toy.sentences(20, 3);
    Map<Long, TrainedModel> models = new HashMap<>();
    SeedRuns runs =
        SeedRuns.run(
            List.of(5L, 6L, 7L),
            test,
            seed -> {
              // Too slow, fast enough, and the latter once more: 6 is the best, and first.
              String rate = seed == 5 ? "1e-4" : "2e-3";
              TrainedModel model =
                  Trainer.train(request("2", rate, Math.min(seed, 6)), data, watch);
              models.put(seed, model);
              return Optional.of(model);
            },
            ONE_THREAD);
    assertEquals(Set.of(0), new HashSet<>(watch.loaded), "networks as the next is trained");
    assertEquals(List.of(5L, 6L, 7L), runs.runs().stream().map(r -> r.seed()).toList());
    assertEquals(6, runs.bestSeed());
    assertEquals(models.get(6L), runs.best());
    List<Double> development =
        runs.runs().stream().map(run -> run.best().scores().micro().f1()).toList();
    assertTrue(development.get(0) < development.get(1), development.toString());
    assertEquals(development.get(1), development.get(2), "the same seed, the same model");
    assertEquals(development, runs.developmentF1().values());
    assertEquals(3, runs.testF1(ScoringMode.TYPE).orElseThrow().values().size());
    assertEquals(
        40, runs.runs().get(0).test().orElseThrow().strict().micro().gold(), "test entities");
  }

  @Test
  void withoutAModelThereIsNothingToKeep() {
    IOException e =
        assertThrows(
            IOException.class,
            () -> SeedRuns.run(List.of(1L), List.of(), seed -> Optional.empty(), ONE_THREAD));
    assertEquals("stopped before the first model was trained: nothing to keep", e.getMessage());
  }
}
