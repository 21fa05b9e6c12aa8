package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that stops anywhere and is taken up again ends with the same weights, bit for bit. */
class TrainingResumeTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "epochs", "2",
          "batch-size", "8",
          "accumulation", "2",
          "word-dropout", "0.2",
          "freeze", "embeddings",
          "freeze-epochs", "1",
          "label-weights", "person=2",
          "augment-mentions", "0.5",
          "augment-case", "0.2");

  private final List<Sentence> training = Toy.sentences(20, 1);
  private final List<Sentence> development = Toy.sentences(8, 2);

  @ParameterizedTest
  @CsvSource({"f32, 1", "bf16, 2"})
  void fromAnyUpdate(String precision, int every) throws IOException {
    TrainingSettings settings = Toy.settings(SETTINGS).with(Map.of("precision", precision));
    List<TrainingState> states = new ArrayList<>();
    Map<String, WeightTensor> last;
    Map<String, WeightTensor> kept;
    EpochResult best;
    try (FineTuning tuning = prepare(settings)) {
      TrainingLoop loop = tuning.loop();
      states.add(loop.state());
      while (loop.hasNext()) {
        loop.next();
        states.add(loop.state());
      }
      last = loop.state().network().weights();
      kept = loop.bestWeights();
      best = loop.best().orElseThrow();
    }
    assertEquals(7, states.size());
    for (int s = 0; s < states.size(); s += every) {
      TrainingState state = states.get(s);
      try (FineTuning tuning = prepare(settings)) {
        TrainingLoop loop = tuning.loop();
        assertTrue(loop.resume(state), "the best epoch is judged otherwise");
        loop.forEachRemaining(step -> {});
        assertEquals(last, loop.state().network().weights(), "from update " + state.step());
        assertEquals(kept, loop.bestWeights(), "from update " + state.step());
        assertEquals(best, loop.best().orElseThrow());
        assertEquals(RunEnd.ALL_EPOCHS, loop.end().orElseThrow());
      }
    }
  }

  @Test
  void aRunThatEndedStaysSo() throws IOException {
    TrainingSettings settings =
        Toy.settings(Map.of("epochs", "9", "patience", "1", "learning-rate", "1e-30"));
    TrainingState state;
    try (FineTuning tuning = prepare(settings)) {
      tuning.loop().forEachRemaining(step -> {});
      state = tuning.loop().state();
      assertEquals(RunEnd.EARLY_STOP, tuning.loop().end().orElseThrow());
    }
    try (FineTuning tuning = prepare(settings)) {
      tuning.loop().resume(state);
      assertFalse(tuning.loop().hasNext());
      assertEquals(RunEnd.EARLY_STOP, tuning.loop().end().orElseThrow());
    }
  }

  @Test
  void aStateOfALongerRunIsRefused() throws IOException {
    TrainingState state;
    try (FineTuning tuning = prepare(Toy.settings(Map.of("epochs", "2")))) {
      tuning.loop().forEachRemaining(step -> {});
      state = tuning.loop().state();
    }
    try (FineTuning tuning = prepare(Toy.settings(Map.of("epochs", "1")))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> tuning.loop().resume(state));
      assertEquals(
          "expected a run of at most 3 updates, found one that has made 6", e.getMessage());
      tuning.loop().next();
      assertThrows(IllegalStateException.class, () -> tuning.loop().resume(state));
    }
  }

  private FineTuning prepare(TrainingSettings settings) throws IOException {
    return FineTuning.prepare(Toy.base(), settings, training, development);
  }
}
