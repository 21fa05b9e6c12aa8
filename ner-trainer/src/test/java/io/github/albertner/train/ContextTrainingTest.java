package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.Tagging;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What only the neighbours of a sentence tell, in training, in its package and in use. */
class ContextTrainingTest {
  private static final List<String> NAMES = List.of("Jordan", "Paris", "Victoria", "Sydney");

  private final List<Sentence> training = documents(96, 1);
  private final List<Sentence> development = documents(32, 2);

  /** A name alone is a person or a place; the sentence before, or the one after, says which. */
  private static List<Sentence> documents(int count, long seed) {
    Random random = new Random(seed);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean person = random.nextBoolean();
      Sentence name =
          new Sentence(
              List.of(NAMES.get(random.nextInt(NAMES.size()))),
              List.of(new EntitySpan(0, 1, person ? "person" : "place")),
              false);
      Sentence clue =
          new Sentence(
              person ? List.of("She", "slept") : List.of("Roads", "led"), List.of(), false);
      boolean before = random.nextBoolean();
      sentences.add((before ? clue : name).withStartsDocument(true));
      sentences.add(before ? name : clue);
    }
    return sentences;
  }

  private static TrainingSettings settings(int contextPieces) {
    return Toy.settings(
        Map.of(
            "epochs", "8",
            "batch-size", "8",
            "context-pieces", Integer.toString(contextPieces)));
  }

  @Test
  void neighboursAreLearnedFromAndUseFindsWhatTheLoopMeasured() throws IOException {
    TrainingSettings settings = settings(8);
    try (FineTuning tuning = FineTuning.prepare(Toy.base(), settings, training, development)) {
      tuning.loop().forEachRemaining(step -> {});
      EpochResult best = tuning.loop().best().orElseThrow();
      assertTrue(best.scores().micro().f1() > 0.95, () -> "F1 " + best.scores().micro());
      ModelPackage model =
          tuning.toPackage(
              new ModelManifest(1, "en", Instant.EPOCH, settings.toMap(), Map.of(), Map.of()),
              "card");
      try (NerTagger tagger = NerTagger.of(model, TaggerOptions.defaults().withThreads(1))) {
        assertEquals(8, tagger.contextPieces());
        List<List<EntitySpan>> found = Tagging.tag(tagger, development);
        assertEquals(best.scores().micro(), judged(found).scores().micro());
        List<List<EntitySpan>> alone =
            tagger.tagAll(development.stream().map(Sentence::words).toList());
        assertTrue(judged(alone).scores().micro().f1() < 0.8, "a name alone does not tell");
      }
    }
  }

  @Test
  void withoutContextNobodyCanTell() throws IOException {
    try (FineTuning tuning = FineTuning.prepare(Toy.base(), settings(0), training, development)) {
      tuning.loop().forEachRemaining(step -> {});
      double f1 = tuning.loop().best().orElseThrow().scores().micro().f1();
      assertTrue(f1 < 0.8, () -> "F1 " + f1);
    }
  }

  private EntityEvaluator judged(List<List<EntitySpan>> found) {
    EntityEvaluator evaluator = new EntityEvaluator();
    for (int s = 0; s < development.size(); s++) {
      Sentence sentence = development.get(s);
      evaluator.add(sentence.entities(), found.get(s), sentence.words().size());
    }
    return evaluator;
  }
}
