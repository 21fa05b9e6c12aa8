package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.opennlp.AlbertNameFinder;
import io.github.albertner.opennlp.AlbertSequenceModel;
import io.github.albertner.testing.TinyModels;
import io.github.albertner.uima.NerAnnotator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import opennlp.albert.AlbertModelSerializer;
import org.apache.uima.UIMAException;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedByHostsTest {
  private static final ModelPackage MODEL = TinyModels.of(LabelSet.bioOf(List.of("PER")), 11);

  /** Other tests may have left models to the collector. */
  @BeforeEach
  void awaitNothingLoaded() throws InterruptedException {
    awaitLoaded(0);
  }

  private static void awaitLoaded(int expected) throws InterruptedException {
    for (int i = 0; i < 100 && SharedModels.count() != expected; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(expected, SharedModels.count(), "networks in memory");
  }

  private static void use(AlbertSequenceModel model) {
    model.bestSequence(new String[] {"Paris"}, null, null, null);
  }

  private static AlbertSequenceModel model() {
    return new AlbertSequenceModel(MODEL, AlbertModelSerializer.class);
  }

  @Test
  void allHostsShareOneNetwork(@TempDir Path folder)
      throws UIMAException, IOException, InterruptedException {
    Path file = folder.resolve("model.bin");
    MODEL.write(file, false);
    AnalysisEngine one = engine(file);
    AnalysisEngine other = engine(file);
    AlbertNameFinder finder = AlbertNameFinder.load(file);
    assertEquals(1, SharedModels.count());
    AlbertSequenceModel model = model();
    use(model);
    assertEquals(1, SharedModels.count());
    model = null;
    one.destroy();
    finder.close();
    assertEquals(1, SharedModels.count());
    other.destroy();
    awaitLoaded(0);
  }

  @Test
  void enginesAndNameFindersGiveTheNetworkUpAtOnce(@TempDir Path folder)
      throws UIMAException, IOException {
    Path file = folder.resolve("model.bin");
    MODEL.write(file, false);
    AnalysisEngine engine = engine(file);
    AlbertNameFinder finder = AlbertNameFinder.load(file);
    engine.destroy();
    assertEquals(1, SharedModels.count());
    finder.close();
    assertEquals(0, SharedModels.count());
    engine = engine(file);
    engine.destroy();
    assertEquals(0, SharedModels.count());
  }

  private static AnalysisEngine engine(Path file) throws UIMAException {
    return AnalysisEngineFactory.createEngine(
        NerAnnotator.class, NerAnnotator.PARAM_MODEL_LOCATION, file.toString());
  }

  @Test
  void aSequenceModelLoadsAtFirstUseAndIsFreedWhenUnreachable() throws InterruptedException {
    AlbertSequenceModel model = model();
    assertEquals(0, SharedModels.count());
    model.bestSequence(new String[0], null, null, null);
    assertEquals(0, SharedModels.count(), "an empty sentence needs no network");
    use(model);
    assertEquals(1, SharedModels.count());
    model = null;
    awaitLoaded(0);
  }

  @Test
  void packagesOfOneTypeShareTheNetworkAndTheScoresOfASentence() throws IOException {
    ModelPackage all = TinyModels.bio();
    List<String> sentence = List.of("Ada", "Lovelace", "lived", "in", "London");
    try (NerTagger persons = narrowed(all, "PER");
        NerTagger places = narrowed(all, "LOC");
        NerTagger whole = NerTagger.of(all, TaggerOptions.defaults())) {
      assertEquals(1, SharedModels.count());
      assertSame(persons.score(sentence), places.score(sentence), "computed once");
      assertNotSame(whole.score(sentence), whole.score(sentence), "nobody else reads these");
    }
    assertEquals(0, SharedModels.count());
  }

  @Test
  void packagesThatDifferInContextShareTheNetworkAndNotTheScores() throws IOException {
    ModelPackage all = TinyModels.bio();
    List<List<String>> document =
        List.of(List.of("Ada", "Lovelace", "wrote"), List.of("London"), List.of("naïve", "1843"));
    try (NerTagger alone = narrowed(all, "PER");
        NerTagger near = narrowed(TinyModels.withContext(all, 1), "LOC");
        NerTagger far = narrowed(TinyModels.withContext(all, 9), "LOC")) {
      assertEquals(1, SharedModels.count());
      assertSame(alone.scoreDocument(document).get(1), alone.score(document.get(1)));
      assertNotSame(alone.scoreDocument(document).get(1), near.scoreDocument(document).get(1));
      assertNotSame(far.scoreDocument(document).get(1), near.scoreDocument(document).get(1));
      assertSame(near.scoreDocument(document).get(1), near.scoreDocument(document).get(1));
    }
  }

  private static NerTagger narrowed(ModelPackage model, String type) throws IOException {
    return NerTagger.of(model.withTypes(List.of(type)), TaggerOptions.defaults());
  }

  @Test
  void aReleasedSequenceModelIsFreedAtOnceAndLoadsAgainAtNeed() {
    AlbertSequenceModel model = model();
    model.release();
    use(model);
    model.release();
    assertEquals(0, SharedModels.count());
    use(model);
    assertEquals(1, SharedModels.count());
    model.release();
    model.release();
    assertEquals(0, SharedModels.count());
  }

  @Test
  void callsOnAModelThatIsBeingReleasedAreAnsweredAllTheSame() throws Exception {
    AlbertSequenceModel model = model();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        callers.add(
            threads.submit(
                () -> {
                  for (int call = 0; call < 40; call++) {
                    use(model);
                  }
                }));
      }
      Future<?> releaser =
          threads.submit(
              () -> {
                while (!done.get()) {
                  model.release();
                }
              });
      for (Future<?> caller : callers) {
        caller.get(1, TimeUnit.MINUTES);
      }
      done.set(true);
      releaser.get(1, TimeUnit.MINUTES);
    } finally {
      done.set(true);
      threads.shutdown();
    }
    assertEquals(0, SharedModels.count());
  }
}
