package io.github.albertner.tune;

import static io.github.albertner.tune.SearchSpaceTest.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.Toy;
import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search with the real loop. */
class FineTuningSearchTest {
  @TempDir private Path folder;
  private final List<Sentence> training = Toy.sentences(48, 1);
  private final List<Sentence> development = Toy.sentences(12, 2);
  private final TrainingSettings settings =
      TrainingDefaults.RANDOM.with(Map.of("threads", "1", "epochs", "3", "batch-size", "8"));
  private final TrialPlan plan =
      new TrialPlan(
          space("learning-rate=1e-6,2e-3", "schedule=linear", "freeze-epochs=0,3"),
          Strategy.GRID,
          1);

  @Test
  void theBestSettingsTrainWhatTheSearchHasSeen() throws IOException {
    Checkpoint base = BaseModels.resolve("random:tiny", Optional.empty(), 1);
    SearchDescription description =
        SearchDescription.of(plan, settings, base, training, development);
    SearchFiles files =
        new SearchFiles(
            description,
            plan.space(),
            settings,
            "ner tune --x",
            StartingPoint.of("random:tiny"),
            List.of(),
            "");
    SearchResults results;
    try (SearchDirectory directory = SearchDirectory.open(folder, description, "ner tune", false)) {
      results =
          Search.of(
                  plan,
                  Optional.of(new MedianRule(4, 2)),
                  new Budget(OptionalInt.empty(), OptionalDouble.empty()),
                  directory,
                  base,
                  settings,
                  training,
                  development)
              .run(new SearchObserver() {});
      files.write(results, directory);
    }
    List<TrialStatus> ends = results.trials().stream().map(Trial::status).toList();
    // A rate of 1e-6 learns nothing; freezing for as many epochs as there are is a contradiction.
    assertEquals(
        List.of(TrialStatus.FAILED, TrialStatus.FAILED, TrialStatus.COMPLETE, TrialStatus.FAILED),
        ends);
    assertTrue(results.trials().get(0).message().contains("Raise --warmup"));
    assertTrue(results.trials().get(3).message().startsWith("freeze-epochs is 3"));
    Trial best = results.best().orElseThrow();
    assertEquals(1, best.best().orElseThrow().f1(), 1e-9);

    Properties written = new Properties();
    written.load(new StringReader(Files.readString(folder.resolve(SearchFiles.SETTINGS))));
    Map<String, String> chosen = new TreeMap<>(Map.of("threads", "1"));
    written.forEach((name, value) -> chosen.put((String) name, (String) value));
    TrainingSettings found = TrainingDefaults.RANDOM.with(chosen);
    assertEquals(settings.with(best.settings()), found);
    try (FineTuning tuning = FineTuning.prepare(base, found, training, development)) {
      tuning.loop().forEachRemaining(step -> {});
      assertEquals(
          best.best().orElseThrow().validationLoss(),
          tuning.loop().best().orElseThrow().validationLoss());
    }
  }
}
