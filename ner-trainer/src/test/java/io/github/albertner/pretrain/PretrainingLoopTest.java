package io.github.albertner.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.shard.ShardedText;
import io.github.albertner.shard.TextSharder;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingLoopTest {
  @TempDir static Path folder;

  private static LanguageModel model;
  private static SubwordTokenizer tokenizer;
  private static ShardedText text;

  @BeforeAll
  static void open() throws IOException {
    model = Texts.tiny();
    tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    text = Texts.shards(folder, tokenizer);
  }

  private static PretrainingSettings settings(String... more) {
    Map<String, String> values = new TreeMap<>();
    values.put("steps", "12");
    values.put("batch-size", "8");
    values.put("windows", "32");
    values.put("threads", "1");
    values.put("device", "cpu");
    values.put("precision", "f32");
    values.put("evaluate-steps", "5");
    values.put("learning-rate", "3e-3");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return PretrainingDefaults.RANDOM.with(values);
  }

  private static PretrainingLoop loop(PretrainingSettings settings) {
    return loop(settings, model);
  }

  private static PretrainingLoop loop(PretrainingSettings settings, LanguageModel start) {
    return new PretrainingLoop(settings, start, tokenizer, text.learned(), text.heldOut());
  }

  @Test
  void learnsToGuessHiddenWords() {
    try (PretrainingLoop loop = loop(settings("steps", "100", "evaluate-steps", "50"))) {
      List<Evaluation> evaluations = new ArrayList<>();
      loop.forEachRemaining(step -> step.evaluation().ifPresent(evaluations::add));
      assertEquals(List.of(50L, 100L), evaluations.stream().map(Evaluation::step).toList());
      assertTrue(evaluations.get(1).loss() < 4, () -> "loss " + evaluations);
      assertTrue(evaluations.get(1).loss() < evaluations.get(0).loss());
      assertTrue(evaluations.get(1).accuracy() > 0.2, () -> "accuracy " + evaluations);
      assertTrue(evaluations.get(1).best());
      assertEquals(Math.exp(evaluations.get(1).loss()), evaluations.get(1).perplexity(), 1e-9);
    }
  }

  @Test
  void resumedRunsEndWithTheSameWeightsBitForBit() {
    PretrainingSettings settings =
        settings("windows", "16:0.5,32:0.5", "grow-layers", "1:0.4,2:0.6", "dropout", "0.1");
    try (PretrainingLoop whole = loop(settings);
        PretrainingLoop interrupted = loop(settings)) {
      whole.forEachRemaining(step -> {});
      for (int i = 0; i < 7; i++) {
        interrupted.next();
      }
      PretrainingState state = interrupted.state();
      interrupted.next(); // lost, as in a process that is killed
      try (PretrainingLoop resumed = loop(settings)) {
        resumed.resume(state);
        assertEquals(5, state.best().orElseThrow().step());
        assertEquals(state.best(), resumed.best());
        List<Long> steps = new ArrayList<>();
        resumed.forEachRemaining(step -> steps.add(step.step()));
        assertEquals(List.of(8L, 9L, 10L, 11L, 12L), steps);
        assertEquals(whole.weights(), resumed.weights());
        assertEquals(whole.best(), resumed.best());
      }
    }
  }

  @Test
  void theSeedDecides() {
    try (PretrainingLoop first = loop(settings("steps", "2"));
        PretrainingLoop same = loop(settings("steps", "2"));
        PretrainingLoop other = loop(settings("steps", "2", "seed", "2"))) {
      first.forEachRemaining(step -> {});
      same.forEachRemaining(step -> {});
      other.forEachRemaining(step -> {});
      assertEquals(first.weights(), same.weights());
      assertNotEquals(first.weights(), other.weights());
    }
  }

  @Test
  void partsOfABatchAreTheSameUpdate() {
    List<Double> losses = new ArrayList<>();
    for (String parts : List.of("1", "4")) {
      try (PretrainingLoop loop = loop(settings("steps", "2", "accumulation", parts))) {
        loop.forEachRemaining(step -> losses.add(step.loss()));
      }
    }
    assertEquals(losses.get(0), losses.get(2), 1e-4);
    assertEquals(losses.get(1), losses.get(3), 1e-4);
  }

  @Test
  void windowsGrowAndAnUpdateSeesAsManyPieces() {
    List<PretrainingStep> steps = new ArrayList<>();
    try (PretrainingLoop loop =
        loop(settings("steps", "4", "windows", "16:0.5,32:0.5", "grow-layers", "1:0.25,2:0.75"))) {
      loop.forEachRemaining(steps::add);
      assertEquals(2, loop.layers());
    }
    assertEquals(
        List.of(16, 16, 32, 32), steps.stream().map(PretrainingStep::windowLength).toList());
    assertEquals(List.of(1, 2, 2, 2), steps.stream().map(PretrainingStep::layers).toList());
    assertEquals(List.of(256, 256, 256, 256), steps.stream().map(PretrainingStep::pieces).toList());
  }

  @Test
  void theRateEndsNearZero() {
    List<Double> rates = new ArrayList<>();
    try (PretrainingLoop loop = loop(settings("steps", "10", "warmup", "2"))) {
      loop.forEachRemaining(step -> rates.add(step.learningRate()));
    }
    assertEquals(3e-3 / 2, rates.get(0), 1e-9);
    assertEquals(3e-3, rates.get(1), 1e-9);
    assertEquals(3e-3 / 8, rates.get(9), 1e-9);
  }

  @Test
  void refusesWindowsThatTheNetworkHasNoPositionsFor() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> loop(settings("windows", "513")));
    assertEquals(
        "windows are of 513 pieces; expected at most the network's 512 positions", e.getMessage());
  }

  @Test
  void judgesInWindowsWhosePositionsAreLearnedFromTheFirstStageOn() {
    try (PretrainingLoop staged = loop(settings("windows", "16:0.5,64:0.5"));
        PretrainingLoop shortest = loop(settings("windows", "16"));
        PretrainingLoop longest = loop(settings("windows", "64"))) {
      assertEquals(shortest.heldOutWindows(), staged.heldOutWindows());
      assertEquals(shortest.heldOutRows(), staged.heldOutRows());
      assertTrue(longest.heldOutWindows() < staged.heldOutWindows());
    }
  }

  @Test
  void saysThatHeldOutTextIsTooShort() throws IOException {
    ShardedText withoutShare =
        new TextSharder(tokenizer, Optional.empty(), "en", 1)
            .shard(
                List.of(Texts.write(folder.resolve("short.txt"), 20, 1)),
                0,
                folder.resolve("pieces"),
                TextSharder.Progress.NONE);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new PretrainingLoop(
                    settings(), model, tokenizer, text.learned(), withoutShare.heldOut()));
    assertTrue(e.getMessage().contains("--dev-share"), e::getMessage);
  }

  @Test
  void timeGivesANumberOfUpdates() {
    int few = SpeedTrial.stepsIn(1, settings(), model, tokenizer, text.learned(), text.heldOut());
    int many =
        SpeedTrial.stepsIn(100, settings(), model, tokenizer, text.learned(), text.heldOut());
    assertTrue(many > few && few >= 1, () -> few + " and " + many);
  }
}
