package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.optimize.RunRandom;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {
  private final List<Sentence> training = Toy.sentences(64, 1);
  private final List<Sentence> development = Toy.sentences(16, 2);

  @Test
  void learnsAnEasyCorpusAndTheTaggerFindsWhatTheLoopMeasured() throws IOException {
    try (FineTuning tuning = prepare(Map.of("epochs", "6"))) {
      tuning.loop().forEachRemaining(step -> {});
      EpochResult best = tuning.loop().best().orElseThrow();
      assertEquals(1, best.scores().micro().f1(), 1e-9);
      ModelPackage model = tuning.toPackage(ModelManifest.of("en", Instant.EPOCH), "card");
      try (NerTagger tagger = NerTagger.of(model, TaggerOptions.defaults().withThreads(1))) {
        for (Sentence sentence : development) {
          List<EntitySpan> found = tagger.tag(sentence.words());
          assertEquals(sentence.entities().size(), found.size());
          for (int i = 0; i < found.size(); i++) {
            assertTrue(sentence.entities().get(i).sameEntity(found.get(i)));
          }
        }
      }
    }
  }

  @Test
  void yieldsEveryStepAndOneResultForEachEpoch() throws IOException {
    try (FineTuning tuning = prepare(Map.of())) {
      List<TrainingStep> steps = new ArrayList<>();
      tuning.loop().forEachRemaining(steps::add);
      assertEquals(3 * 64 / 8, steps.size());
      assertEquals(steps.size(), tuning.loop().totalSteps());
      List<Integer> epochs =
          steps.stream()
              .map(TrainingStep::epochResult)
              .flatMap(Optional::stream)
              .map(EpochResult::epoch)
              .toList();
      assertEquals(List.of(1, 2, 3), epochs);
      assertTrue(steps.get(0).learningRate() < steps.get(2).learningRate(), "no warm-up");
      assertTrue(steps.get(23).learningRate() < steps.get(10).learningRate(), "no decay");
      assertTrue(steps.get(23).loss() < steps.get(0).loss() / 2, "nothing learned");
    }
  }

  @Test
  void sameSeedSameWeightsOtherSeedOthers() throws IOException {
    Map<String, WeightTensor> first = weights(Map.of("epochs", "1", "seed", "3"));
    assertEquals(first, weights(Map.of("epochs", "1", "seed", "3")));
    assertNotEquals(first, weights(Map.of("epochs", "1", "seed", "4")));
  }

  @Test
  void dropoutIsTheBaseModelsUnlessItIsSet() throws IOException {
    Map<String, WeightTensor> own = weights(Map.of("epochs", "1"));
    assertEquals(own, weights(Map.of("epochs", "1", "dropout", "0.1")), "random:tiny has 0.1");
    assertNotEquals(own, weights(Map.of("epochs", "1", "dropout", "0")));
  }

  @Test
  void accumulationIsTheSameUpdate() throws IOException {
    Map<String, String> plain =
        Map.of("epochs", "1", "dropout", "0", "word-dropout", "0", "learning-rate", "1e-4");
    Map<String, String> parts = new TreeMap<>(plain);
    parts.put("accumulation", "4");
    Map<String, WeightTensor> whole = weights(plain);
    Map<String, WeightTensor> accumulated = weights(parts);
    float[] expected = whole.get("classifier.weight").floats();
    float[] found = accumulated.get("classifier.weight").floats();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], 1e-5);
    }
  }

  @Test
  void bf16LearnsToo() throws IOException {
    try (FineTuning tuning = prepare(Map.of("precision", "bf16", "epochs", "6"))) {
      tuning.loop().forEachRemaining(step -> {});
      assertEquals(1, tuning.loop().best().orElseThrow().scores().micro().f1(), 1e-9);
    }
  }

  @Test
  void leavingEarlyKeepsTheBestSoFar() throws IOException {
    try (FineTuning tuning = prepare(Map.of())) {
      TrainingLoop loop = tuning.loop();
      loop.next();
      assertTrue(loop.best().isEmpty());
      assertThrows(IllegalStateException.class, loop::bestWeights);
      while (loop.best().isEmpty()) {
        loop.next();
      }
      assertEquals(1, loop.best().orElseThrow().epoch());
      assertFalse(loop.bestWeights().isEmpty());
    }
  }

  @Test
  void aDivergingRunStopsAndSaysWhatToChange() throws IOException {
    Map<String, String> wild =
        Map.of("learning-rate", "0.99", "epochs", "50", "max-gradient-norm", "1e30");
    try (FineTuning tuning = prepare(wild, poisoned(Toy.base()))) {
      TrainingCollapseException e =
          assertThrows(
              TrainingCollapseException.class, () -> tuning.loop().forEachRemaining(step -> {}));
      assertTrue(e.getMessage().contains("not a number at update 1:"), e.getMessage());
      assertTrue(e.getMessage().contains("--learning-rate"), e.getMessage());
      assertFalse(tuning.loop().hasNext());
    }
  }

  @Test
  void aClassifierThatKnowsTheTypesIsKept() throws IOException {
    LabelSet labels =
        LabelSet.of(List.of("O", "I-person", "B-person", "B-location", "I-location", "B-x", "I-x"));
    Checkpoint classifier = Toy.base().withNewHead(labels, 5);
    try (FineTuning tuning = prepare(Map.of(), classifier)) {
      assertFalse(tuning.hasNewHead());
      assertEquals(labels, tuning.labels());
    }
    Checkpoint other = Toy.base().withNewHead(LabelSet.bioOf(List.of("person")), 5);
    try (FineTuning tuning = prepare(Map.of(), other)) {
      assertTrue(tuning.hasNewHead());
      assertEquals(List.of("location", "person"), tuning.labels().types());
    }
  }

  @Test
  void sentencesWithoutEntitiesAreRefused() {
    List<Sentence> plain = List.of(new Sentence(List.of("nothing", "here"), List.of(), true));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> FineTuning.prepare(Toy.base(), Toy.settings(Map.of()), plain, plain));
    assertEquals(
        "the 1 training sentences hold no entity: there is nothing to learn", e.getMessage());
  }

  @Test
  void someSentencesAreDrawnByTheSeed() throws IOException {
    try (FineTuning tuning = prepare(Map.of("max-samples", "20", "batch-size", "5"))) {
      assertEquals(4, tuning.loop().stepsPerEpoch());
    }
    Map<String, WeightTensor> some = weights(Map.of("epochs", "1", "max-samples", "20"));
    assertEquals(some, weights(Map.of("epochs", "1", "max-samples", "20")));
    assertNotEquals(some, weights(Map.of("epochs", "1", "max-samples", "20", "seed", "2")));
    assertEquals(
        weights(Map.of("epochs", "1")), weights(Map.of("epochs", "1", "max-samples", "64")));
    RunRandom random = new RunRandom(3);
    assertEquals(List.of(0, 1, 2), random.sample(3, 0));
    List<Integer> drawn = random.sample(1000, 100);
    assertEquals(drawn.stream().distinct().sorted().toList(), drawn);
    assertEquals(100, drawn.size());
    assertTrue(drawn.get(99) > 900, "expected any of them, not the first");
  }

  private FineTuning prepare(Map<String, String> settings) throws IOException {
    return prepare(settings, Toy.base());
  }

  private FineTuning prepare(Map<String, String> settings, Checkpoint base) throws IOException {
    return FineTuning.prepare(base, Toy.settings(settings), training, development);
  }

  private Map<String, WeightTensor> weights(Map<String, String> settings) throws IOException {
    try (FineTuning tuning = prepare(settings)) {
      tuning.loop().forEachRemaining(step -> {});
      return tuning.loop().bestWeights();
    }
  }

  /** The same checkpoint with one weight that overflows. */
  private static Checkpoint poisoned(Checkpoint base) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>(base.weights());
    String name = "albert.encoder.embedding_hidden_mapping_in.bias";
    float[] values = weights.get(name).floats();
    values[0] = Float.POSITIVE_INFINITY;
    weights.put(name, WeightTensor.ofFloats(name, values, values.length));
    return new Checkpoint(
        base.config(),
        base.labels(),
        base.tokenizerJson(),
        weights,
        base.manifest(),
        base.card(),
        base.origin());
  }
}
