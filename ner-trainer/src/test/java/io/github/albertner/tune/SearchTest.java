package io.github.albertner.tune;

import static io.github.albertner.tune.SearchSpaceTest.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of events, with trials that follow a script: an update and a minute for each epoch. */
class SearchTest {
  private static final Budget ALL = new Budget(OptionalInt.empty(), OptionalDouble.empty());
  private static final SearchDescription DESCRIPTION = new SearchDescription(Map.of("data", "toy"));

  @TempDir private Path folder;
  private final List<String> log = new ArrayList<>();
  private int open;
  private int warmupEpochs;
  private long minutes;

  /** F1 by epoch of each batch size; no entry fails at once. */
  private final Map<String, double[]> script =
      Map.of(
          "8", new double[] {0.2, 0.4, 0.5},
          "16", new double[] {0.3, 0.55, 0.6},
          "32", new double[] {0.1, 0.1, 0.1},
          "64", new double[] {0.3, 0.7, 0.7});

  private final TrialPlan plan = new TrialPlan(space("batch-size=8,16,32,64"), Strategy.GRID, 1);

  private final class Scripted implements TrialTraining {
    private final double[] f1;
    private final Iterator<TrialEpoch> epochs;

    Scripted(double... f1) {
      this.f1 = f1;
      epochs = Curves.epochs(f1.length, f1).iterator();
      open++;
      assertEquals(1, open, "networks in memory");
    }

    @Override
    public boolean hasNext() {
      return epochs.hasNext();
    }

    @Override
    public TrialProgress next() {
      minutes++;
      TrialEpoch epoch = epochs.next();
      return new TrialProgress(
          epoch.epoch(), f1.length, epoch.epoch() <= warmupEpochs, Optional.of(epoch));
    }

    @Override
    public int plannedEpochs() {
      return f1.length;
    }

    @Override
    public Optional<String> failure() {
      return f1[f1.length - 1] == 0 ? Optional.of("O everywhere") : Optional.empty();
    }

    @Override
    public void close() {
      open--;
    }
  }

  private TrialTraining begin(Map<String, String> varied) {
    log.add("begin " + varied.get("batch-size"));
    return new Scripted(script.get(varied.get("batch-size")));
  }

  private final class Watch implements SearchObserver {
    private final int stopAfter;

    /** Stops after this many updates. */
    Watch(int updates) {
      stopAfter = updates;
    }

    @Override
    public boolean stopRequested() {
      return minutes >= stopAfter;
    }
  }

  private SearchResults run(
      Budget budget, Optional<MedianRule> pruning, TrialTrainer trainer, int stop)
      throws IOException {
    try (SearchDirectory directory = SearchDirectory.open(folder, DESCRIPTION, "ner tune", false)) {
      return new Search(plan, pruning, budget, directory, trainer, () -> minutes * 60_000_000_000L)
          .run(new Watch(stop));
    } finally {
      assertEquals(0, open, "networks in memory");
    }
  }

  private SearchResults run(Budget budget) throws IOException {
    return run(budget, Optional.empty(), this::begin, Integer.MAX_VALUE);
  }

  private static List<String> summary(SearchResults results) {
    return results.trials().stream()
        .map(t -> t.number() + " " + t.status() + " " + t.epochs().size())
        .toList();
  }

  @Test
  void everyTrialIsTrainedAndTheBestComesFirst() throws IOException {
    SearchResults results = run(ALL);
    assertEquals(
        List.of("1 complete 3", "2 complete 3", "3 complete 3", "4 complete 3"), summary(results));
    assertEquals(List.of(4, 2, 1, 3), results.ranked().stream().map(Trial::number).toList());
    Trial best = results.best().orElseThrow();
    assertEquals(0.7, best.best().orElseThrow().f1());
    assertEquals(3, best.best().orElseThrow().epoch(), "of equal F1 the lower loss");
    assertEquals(180, best.seconds());
  }

  @Test
  void aSearchGoesOnWhereItWasAndRepeatsNothing() throws IOException {
    run(new Budget(OptionalInt.of(2), OptionalDouble.empty()));
    assertEquals(List.of("begin 8", "begin 16"), log);
    SearchResults results = run(ALL);
    assertEquals(List.of("begin 8", "begin 16", "begin 32", "begin 64"), log);
    assertEquals(results, run(ALL));
    assertEquals(4, log.size());
  }

  @Test
  void aLineThatWasCutOffCostsItsTrialOnly() throws IOException {
    SearchResults whole = run(ALL);
    Path file = folder.resolve(SearchDirectory.TRIALS);
    byte[] bytes = Files.readAllBytes(file);
    int lines = new String(bytes, StandardCharsets.UTF_8).trim().lastIndexOf('\n') + 1;
    for (int cut : new int[] {lines, lines + 1, (lines + bytes.length) / 2, bytes.length - 1}) {
      log.clear();
      Files.write(file, Arrays.copyOf(bytes, cut));
      assertEquals(whole, run(ALL));
      assertEquals(List.of("begin 64"), log, "cut at " + cut);
      assertEquals(new String(bytes, StandardCharsets.UTF_8), Files.readString(file));
    }
  }

  @Test
  void aDamagedLineIsSaidWithItsPlace() throws IOException {
    run(ALL);
    Path file = folder.resolve(SearchDirectory.TRIALS);
    Files.writeString(file, "{\"trial\":\n", StandardOpenOption.APPEND);
    String message = assertThrows(IOException.class, () -> run(ALL)).getMessage();
    assertTrue(message.startsWith(file + ":5: "), message);
  }

  @Test
  void minutesEndTheRunningTrialWithItsEpochAndMoreMinutesRunItAgain() throws IOException {
    SearchResults results = run(new Budget(OptionalInt.empty(), OptionalDouble.of(4.5)));
    assertEquals(List.of("1 complete 3", "2 stopped 2"), summary(results));
    assertEquals(
        2, results.best().orElseThrow().number(), "what a stopped trial has reached counts");
    run(new Budget(OptionalInt.empty(), OptionalDouble.of(5)));
    assertEquals(2, log.size(), "nothing left of five minutes");
    assertEquals(
        List.of("1 complete 3", "2 complete 3", "3 stopped 1"),
        summary(run(new Budget(OptionalInt.empty(), OptionalDouble.of(9)))));
  }

  @Test
  void aRequestToStopKeepsEpochsAndForgetsATrialWithoutAny() throws IOException {
    assertEquals(
        List.of("1 complete 3", "2 stopped 1"),
        summary(run(ALL, Optional.empty(), this::begin, 4)));
    assertEquals(5, Files.readAllLines(folder.resolve(SearchDirectory.TRIALS)).size() + 3);
    assertEquals(4, run(ALL).trials().size());
    assertEquals(List.of("begin 8", "begin 16", "begin 16", "begin 32", "begin 64"), log);
  }

  @Test
  void trialsThatFallBehindArePruned() throws IOException {
    SearchResults results =
        run(ALL, Optional.of(new MedianRule(2, 1)), this::begin, Integer.MAX_VALUE);
    assertEquals(
        List.of("1 complete 3", "2 complete 3", "3 pruned 1", "4 complete 3"), summary(results));
    assertTrue(results.trials().get(2).message().startsWith("best F1 10.00 after 33 %"));
    assertEquals(List.of(4, 2, 1, 3), results.ranked().stream().map(Trial::number).toList());
  }

  @Test
  void aTrialIsNotPrunedWhileItsLearningRateRises() throws IOException {
    warmupEpochs = 1;
    SearchResults results =
        run(ALL, Optional.of(new MedianRule(2, 1)), this::begin, Integer.MAX_VALUE);
    assertEquals(
        List.of("1 complete 3", "2 complete 3", "3 pruned 2", "4 complete 3"), summary(results));
  }

  @Test
  void trialsThatFailAreNotedAndTheSearchGoesOn() throws IOException {
    TrialTrainer trainer =
        varied -> {
          switch (varied.get("batch-size")) {
            case "8" -> throw new IllegalArgumentException("patience is 9");
            case "16" -> throw new IllegalStateException("out of memory");
            case "32" -> {
              return new Scripted(0.0, 0.0);
            }
            default -> {
              return begin(varied);
            }
          }
        };
    SearchResults results = run(ALL, Optional.empty(), trainer, Integer.MAX_VALUE);
    assertEquals(
        List.of("1 failed 0", "2 failed 0", "3 failed 2", "4 complete 3"), summary(results));
    assertEquals(
        List.of("patience is 9", "java.lang.IllegalStateException: out of memory", "O everywhere"),
        results.trials().subList(0, 3).stream().map(Trial::message).toList());
    assertEquals(4, results.best().orElseThrow().number());
    assertEquals(results, run(ALL), "what was written is what is read");
  }

  @Test
  void withoutATaggerThereIsNoBest() throws IOException {
    SearchResults results =
        run(ALL, Optional.empty(), varied -> new Scripted(0.0), Integer.MAX_VALUE);
    assertTrue(results.best().isEmpty());
    assertEquals(4, results.ranked().size());
  }

  @Test
  void twoSearchesInOneFolderAreRefused() throws IOException {
    try (SearchDirectory directory = SearchDirectory.open(folder, DESCRIPTION, "ner tune", false)) {
      assertTrue(directory.results().trials().isEmpty());
      String message = assertThrows(IOException.class, () -> run(ALL)).getMessage();
      assertTrue(message.contains("another search is writing here"), message);
    }
    run(ALL);
  }

  @Test
  void anotherSearchInTheFolderIsRefusedSayingWhatDiffers() throws IOException {
    run(ALL);
    SearchDescription other = new SearchDescription(Map.of("data", "more", "setting epochs", "3"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> SearchDirectory.open(folder, other, "ner tune", false))
            .getMessage();
    assertTrue(
        message.contains(
            "is of another search: data is more, there toy; setting epochs is 3, there absent."),
        message);
    assertEquals(4, run(ALL).trials().size(), "a refusal changes nothing");
    try (SearchDirectory anew = SearchDirectory.open(folder, other, "ner tune", true)) {
      assertTrue(anew.results().trials().isEmpty());
    }
    assertThrows(IllegalArgumentException.class, () -> run(ALL));
  }

  @Test
  void trialsOfNobodyKnowsWhatAreRefused() throws IOException {
    run(ALL);
    Files.delete(folder.resolve(SearchDirectory.SEARCH));
    assertTrue(
        assertThrows(IOException.class, () -> run(ALL))
            .getMessage()
            .contains("--force begins anew"));
  }

  @Test
  void budgetsOfNothingAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Budget(OptionalInt.of(0), OptionalDouble.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Budget(OptionalInt.empty(), OptionalDouble.of(Double.NaN)));
  }
}
