package io.github.albertner.pretrain;

import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.Devices;
import io.github.albertner.optimize.RunRandom;
import io.github.albertner.shard.PieceSet;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Finds out how many updates fit into some time, by making a few on a network that is thrown away.
 */
public final class SpeedTrial {
  /** Stages are told apart by a thousandth of the run. */
  private static final int PRECISION = 1000;

  private static final int TIMED = 2;

  private SpeedTrial() {}

  /**
   * Returns how many updates fit, evaluations included; at least one.
   *
   * @param seconds of the run
   * @param settings of the run; how long it is there is of no account
   */
  public static int stepsIn(
      double seconds,
      PretrainingSettings settings,
      LanguageModel model,
      SubwordTokenizer tokenizer,
      PieceSet learned,
      PieceSet judged) {
    PretrainingSettings trial = settings.withSteps(PRECISION);
    AlbertConfig config = model.config();
    PretrainingBatches batches =
        new PretrainingBatches(trial, tokenizer, learned, new RunRandom(settings.seed()));
    try (MaskedLanguageNetwork network =
        MaskedLanguageNetwork.start(
            config.withDropout(settings.optimizer().dropout()),
            model.weights(),
            settings.precision(),
            Devices.device(settings.device()),
            settings.threads())) {
      double ofStep = 0;
      NavigableSet<Long> borders = borders(trial);
      for (long border : borders) {
        Long next = borders.higher(border);
        long end = next == null ? PRECISION : next;
        network.setLayers(
            trial.growLayers().map(s -> s.valueAt(border, PRECISION)).orElse(config.layers()));
        ofStep += secondsOfStep(network, batches, border) * (end - border) / PRECISION;
      }
      HeldOutText heldOut =
          HeldOutText.of(
              judged,
              trial.windows().smallest(),
              PretrainingLoop.HELD_OUT_WINDOWS,
              trial.masker(tokenizer));
      long begin = System.nanoTime();
      heldOut.judge(network);
      double ofEvaluation = (System.nanoTime() - begin) / 1e9;
      double steps = seconds / (ofStep + ofEvaluation / settings.evaluateSteps());
      return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.floor(steps)));
    }
  }

  /** The updates of the trial with which another length or depth begins. */
  private static NavigableSet<Long> borders(PretrainingSettings trial) {
    NavigableSet<Long> borders = new TreeSet<>();
    for (int i = 0; i < trial.windows().stages().size(); i++) {
      borders.add(trial.windows().begin(i, PRECISION));
    }
    trial
        .growLayers()
        .ifPresent(
            stages -> {
              for (int i = 0; i < stages.stages().size(); i++) {
                borders.add(stages.begin(i, PRECISION));
              }
            });
    return borders;
  }

  private static double secondsOfStep(
      MaskedLanguageNetwork network, PretrainingBatches batches, long step) {
    StepWindows batch = batches.at(step);
    network.accumulate(batch.parts().get(0), 0); // the first of a shape is slower
    long begin = System.nanoTime();
    for (int i = 0; i < TIMED; i++) {
      network.accumulate(batch);
      network.update(0, 1, 0);
    }
    return (System.nanoTime() - begin) / 1e9 / TIMED;
  }
}
