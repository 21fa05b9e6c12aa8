package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.inference.SentenceEncoder;
import io.github.albertner.label.LabelSet;
import io.github.albertner.optimize.Stopwatch;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunEndTest {
  private final List<Sentence> training = Toy.sentences(32, 1);
  private final List<Sentence> development = Toy.sentences(4, 2);

  @Test
  void patienceEndsARunThatGetsNoBetter() throws IOException {
    // Nothing is learned, so that no epoch is better than the first.
    Map<String, String> still =
        Map.of("epochs", "9", "patience", "2", "learning-rate", "1e-30", "weight-decay", "0");
    List<TrainingStep> steps = steps(still, new Stopwatch());
    assertEquals(3 * 4, steps.size());
    assertEquals(
        List.of(1, 2, 3),
        steps.stream()
            .map(TrainingStep::epochResult)
            .flatMap(Optional::stream)
            .map(EpochResult::epoch)
            .toList());
    assertEquals(RunEnd.EARLY_STOP, end);
  }

  @Test
  void aBetterEpochWithinPatienceLetsTheRunGoOn() throws IOException {
    List<TrainingStep> steps =
        steps(Map.of("epochs", "4", "patience", "1", "learning-rate", "1e-3"), new Stopwatch());
    assertEquals(4 * 4, steps.size());
    assertEquals(RunEnd.ALL_EPOCHS, end);
  }

  @Test
  void timeEndsARunAfterTheUpdateAndJudgesThePartOfAnEpoch() throws IOException {
    // Each look at the clock takes ten seconds.
    long[] now = {0};
    Stopwatch slow = new Stopwatch(() -> now[0] += TimeUnit.SECONDS.toNanos(10));
    List<TrainingStep> steps = steps(Map.of("epochs", "9", "max-minutes", "1.1"), slow);
    assertEquals(7, steps.size());
    assertEquals(RunEnd.TIME_LIMIT, end);
    assertTrue(steps.get(3).epochResult().isPresent());
    assertFalse(steps.get(4).epochResult().isPresent());
    EpochResult part = steps.get(6).epochResult().orElseThrow();
    assertEquals(2, part.epoch());
    double mean = steps.subList(4, 7).stream().mapToDouble(TrainingStep::loss).average().orElse(0);
    assertEquals(mean, part.trainingLoss(), 1e-6);
  }

  @Test
  void eachDevelopmentSentenceIsThereWithWhatWasFound() throws IOException {
    steps(Map.of("epochs", "6"), new Stopwatch());
    assertEquals(development, predictions.stream().map(JudgedSentence::gold).toList());
    double loss = 0;
    int words = 0;
    for (JudgedSentence prediction : predictions) {
      loss += prediction.loss().orElseThrow() * prediction.gold().words().size();
      words += prediction.gold().words().size();
      assertEquals(2, prediction.predicted().size());
      assertTrue(prediction.predicted().get(0).probability() < 1);
    }
    assertEquals(best.validationLoss(), loss / words, 1e-9);
  }

  private RunEnd end;
  private EpochResult best;
  private List<JudgedSentence> predictions;

  private List<TrainingStep> steps(Map<String, String> settings, Stopwatch stopwatch)
      throws IOException {
    LabelSet labels = LabelSet.bioOf(List.of("location", "person"));
    Checkpoint start = Toy.base().withNewHead(labels, 1);
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(start.tokenizerJson());
    try (TrainingLoop loop =
        new TrainingLoop(
            Toy.settings(settings),
            start.config(),
            labels,
            new SentenceEncoder(tokenizer),
            start.weights(),
            training,
            development,
            stopwatch)) {
      List<TrainingStep> steps = new ArrayList<>();
      loop.forEachRemaining(steps::add);
      end = loop.end().orElseThrow();
      best = loop.best().orElseThrow();
      predictions = loop.bestPredictions();
      return steps;
    }
  }
}
