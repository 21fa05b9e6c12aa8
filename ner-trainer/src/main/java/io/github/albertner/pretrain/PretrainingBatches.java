package io.github.albertner.pretrain;

import io.github.albertner.optimize.RunRandom;
import io.github.albertner.shard.PieceSet;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The batches of a run. What a step learns from depends on the seed and on its number alone, so
 * steps may be asked for in any order. Not thread-safe.
 */
final class PretrainingBatches {
  private static final int EPOCHS_OF_A_STAGE = 1 << 20;

  private final PretrainingSettings settings;
  private final PieceSet text;
  private final RunRandom random;
  private final WordMasker masker;

  private WindowOrder order;
  private int orderOf = -1;

  /**
   * The batches of a text.
   *
   * @throws IllegalArgumentException if it does not fill the longest windows
   */
  PretrainingBatches(
      PretrainingSettings settings, SubwordTokenizer tokenizer, PieceSet text, RunRandom random) {
    this.settings = settings;
    this.text = text;
    this.random = random;
    masker = settings.masker(tokenizer);
  }

  /**
   * Makes the batch of a step.
   *
   * @param step from 0
   */
  StepWindows at(long step) {
    int stage = settings.windows().indexAt(step, settings.steps());
    int length = settings.windows().stages().get(stage).value();
    int windows = settings.windowsOfStep(length);
    long first = (step - settings.windows().begin(stage, settings.steps())) * windows;
    WindowOrder ofStage = order(stage, length);
    Random ofStep = random.ofStep(step);
    List<MaskedBatch> parts = new ArrayList<>();
    List<MaskedWindow> part = new ArrayList<>();
    int size = settings.windowsOfPart(length);
    for (int i = 0; i < windows; i++) {
      WindowOrder.Place place = ofStage.at(first + i);
      part.add(masker.mask(place.shard(), place.begin(), length, ofStep));
      if (part.size() == size || i == windows - 1) {
        parts.add(MaskedBatch.of(part));
        part.clear();
      }
    }
    return new StepWindows(parts, length);
  }

  /** Returns what gives the windows of a stage. */
  WindowOrder order(int stage, int length) {
    if (orderOf != stage) {
      order =
          new WindowOrder(
              text,
              length,
              epoch ->
                  random.ofEpoch(stage * EPOCHS_OF_A_STAGE + Math.toIntExact(epoch)).nextLong());
      orderOf = stage;
    }
    return order;
  }
}
