package io.github.albertner.tune;

import static io.github.albertner.tune.Curves.epochs;
import static io.github.albertner.tune.SearchSpaceTest.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.train.TrainingDefaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  @TempDir private Path folder;

  private final SearchSpace space = space("learning-rate=1e-5..1e-3:log", "schedule=linear,cosine");
  private final SearchResults results =
      new SearchResults(
          List.of(
              trial(1, TrialStatus.COMPLETE, "", "3e-5", "linear", 0.5, 0.625),
              trial(2, TrialStatus.PRUNED, "best F1 9.00 <of all>", "1e-5", "cosine", 0.09),
              trial(3, TrialStatus.COMPLETE, "", "5e-4", "cosine", 0.7, 0.6),
              trial(4, TrialStatus.FAILED, "the loss is not a number", "0.001", "linear")));

  private static Trial trial(
      int number, TrialStatus status, String message, String rate, String schedule, double... f1) {
    return new Trial(
        number,
        Map.of("learning-rate", rate, "schedule", schedule),
        status,
        message,
        2,
        epochs(2, f1),
        90);
  }

  @Test
  void theTableRanksTheTrials() {
    assertEquals(
        """
        rank  trial     F1  val. loss  ran  best  minutes    status  learning-rate  schedule
           1      3  70.00     1.5000  2/2     1      1.5  complete           5e-4    cosine
           2      1  62.50     0.7500  2/2     2      1.5  complete           3e-5    linear
           3      2   9.00     1.5000  1/2     1      1.5    pruned           1e-5    cosine
           4      4      -          -  0/2     -      1.5    failed          0.001    linear
        """,
        ResultsTable.render(results, space));
  }

  @Test
  void thePageShowsTrialsSettingsAndCurves() {
    String page =
        ResultsPage.render(
            results, space, new SearchDescription(Map.of("data", "toy")), "ner tune --x 'a b'");
    assertTrue(page.contains("4 trials in 6.0 minutes: 2 complete, 1 pruned, 1 failed."), page);
    assertTrue(page.contains("trial 3: development F1 70.00 after epoch 1 of 2"), page);
    assertTrue(page.contains("best F1 9.00 &lt;of all&gt;"), "the reason, escaped");
    // By trial, by learning rate, curves; the schedule has bars.
    assertEquals(3, page.split("<svg xmlns", -1).length - 1);
    assertTrue(page.contains("class=\"bars\""), page);
    assertTrue(page.contains("trial 3: updates made (%) 50, F1 (%) 70"), "a point of a curve");
    assertTrue(page.contains("best so far"), page);
    assertFalse(page.contains("<script"), page);
  }

  @Test
  void aPageOfNothingSaysSo() {
    String page =
        ResultsPage.render(
            new SearchResults(List.of()), space, new SearchDescription(Map.of()), "ner tune");
    assertTrue(page.contains("No trial has given a tagger so far."), page);
    assertTrue(
        BestSettings.of(new SearchResults(List.of()), TrainingDefaults.RANDOM.with(Map.of()), "")
            .isEmpty());
  }

  @Test
  void openNlpReadsTheParametersThatWereFound() throws IOException {
    BestSettings best =
        BestSettings.of(
                results,
                TrainingDefaults.RANDOM.with(Map.of("label-weights", "Ma\u00df=2.0")),
                "ner tune")
            .orElseThrow();
    Path dev = Files.writeString(folder.resolve("d\\v \u00e4"), "");
    String file =
        best.parametersFile(
            new StartingPoint(
                "random:tiny", Optional.of(Path.of("sp iece.model")), Optional.empty()),
            List.of(dev),
            "A=b");
    assertTrue(file.startsWith("# Trial 3, the best of 4: development F1 70.00"), file);
    assertTrue(file.contains("# Found by: ner tune\n"), file);
    TrainingParameters read =
        new TrainingParameters(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
    Map<String, Object> expected =
        Map.of(
            "Algorithm", "opennlp.albert.train.AlbertTrainer",
            "BaseModel", "random:tiny",
            "Vocabulary", "sp iece.model",
            "DevData", dev.toString(),
            "DevMap", "A=b",
            "LearningRate", "5.0E-4",
            "Schedule", "cosine",
            "LabelWeights", "Ma\u00df=2.0");
    expected.forEach(
        (key, value) -> assertEquals(value, String.valueOf(read.getObjectSettings().get(key))));
    assertFalse(file.contains("Threads"), file);
  }

  @Test
  void developmentDataThatAreNotOneFileAreSaid() {
    BestSettings best =
        BestSettings.of(results, TrainingDefaults.RANDOM.with(Map.of()), "ner tune").orElseThrow();
    String file =
        best.parametersFile(
            StartingPoint.of("random:tiny"), List.of(Path.of("a"), Path.of("b")), "");
    assertFalse(file.contains("DevData="), file);
    assertFalse(
        best.parametersFile(StartingPoint.of("random:tiny"), List.of(folder), "")
            .contains("DevData="),
        "a folder");
    assertTrue(file.contains("# The search judged by a, b: set DevData to one file"), file);
  }
}
