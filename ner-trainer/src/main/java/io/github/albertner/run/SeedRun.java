package io.github.albertner.run;

import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.train.EpochResult;
import java.util.Optional;

/**
 * What came of one seed.
 *
 * @param seed of random weights, order, dropout and augmentation
 * @param best the epoch that was chosen, by the development sentences
 * @param test evaluation of the test sentences, without intervals; empty if there are none
 */
public record SeedRun(long seed, EpochResult best, Optional<Evaluation> test) {

  /** Strict micro F1 of the development sentences. */
  double developmentF1() {
    return best.scores().micro().f1();
  }
}
