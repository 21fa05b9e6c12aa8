package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.albert.train.ToySamples;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderCrossValidator;
import opennlp.tools.namefind.TokenNameFinderEvaluationMonitor;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.FilterObjectStream;
import opennlp.tools.util.ObjectStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenNLP's cross-validator drops the model of a fold without a word. */
class CrossValidationMemoryTest {
  private static final int FOLDS = 4;

  /** Other tests may have left models to the collector. */
  @BeforeEach
  void awaitNothingLoaded() throws InterruptedException {
    for (int i = 0; i < 100 && SharedModels.count() > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(0, SharedModels.count(), "networks in memory");
  }

  /** Notes how many networks are loaded as a fold is judged, sentence by sentence. */
  private static final class Watch implements TokenNameFinderEvaluationMonitor {
    private final List<Integer> loaded = new ArrayList<>();

    @Override
    public void correctlyClassified(NameSample reference, NameSample prediction) {
      loaded.add(SharedModels.count());
    }

    @Override
    public void misclassified(NameSample reference, NameSample prediction) {
      loaded.add(SharedModels.count());
    }
  }

  /** Notes how many are loaded as sentences are read. */
  private static ObjectStream<NameSample> watched(
      ObjectStream<NameSample> samples, List<Integer> loaded) {
    return new FilterObjectStream<>(samples) {
      @Override
      public NameSample read() throws IOException {
        loaded.add(SharedModels.count());
        return samples.read();
      }
    };
  }

  @Test
  void theNetworkOfAFoldIsFreedBeforeTheNextFoldTrains() throws IOException {
    Watch judging = new Watch();
    List<Integer> reading = new ArrayList<>();
    TokenNameFinderCrossValidator validator =
        new TokenNameFinderCrossValidator(
            "en", null, ToySamples.parameters(), new TokenNameFinderFactory(), judging);
    validator.evaluate(watched(ToySamples.stream(80), reading), FOLDS);
    assertEquals(80, judging.loaded.size());
    assertTrue(judging.loaded.stream().allMatch(count -> count == 1), "as it is judged");
    // Each fold reads all sentences twice: to train, without a network, and to judge, with one.
    long reads = reading.stream().filter(count -> count == 0).count();
    assertTrue(reads >= 80 * FOLDS, reads + " reads without a network");
    assertTrue(reading.stream().allMatch(count -> count <= 1), "as the next is read");
    assertTrue(validator.getFMeasure().getFMeasure() > 0.95, validator.getFMeasure().toString());
  }

  @Test
  void aModelThatIsStillInUseWhenAnotherIsTrainedLoadsAgain() throws IOException {
    TokenNameFinderModel first = ToySamples.train(ToySamples.stream(40), ToySamples.parameters());
    String[] words = {"Mr", "Wood", "waits", "in", "Rome"};
    var before = new NameFinderME(first).find(words);
    assertEquals(1, SharedModels.count());
    ToySamples.train(ToySamples.stream(30), ToySamples.parameters());
    assertEquals(0, SharedModels.count());
    var after = new NameFinderME(first).find(words);
    assertEquals(List.of(before), List.of(after));
  }
}
