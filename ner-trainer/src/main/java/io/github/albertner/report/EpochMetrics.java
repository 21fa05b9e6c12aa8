package io.github.albertner.report;

import io.github.albertner.evaluate.EntityScores;
import io.github.albertner.evaluate.MatchCounts;
import io.github.albertner.train.EpochResult;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an epoch ended with, as metrics.jsonl tells of it.
 *
 * @param epoch from 1
 * @param step updates so far
 * @param trainingLoss mean cross entropy of the epoch's training words, in nats
 * @param validationLoss mean cross entropy of the development words, in nats
 * @param tokenAccuracy of the development words, in [0, 1]
 * @param types matches of the development entities, strict, by type
 * @param best whether it was the best epoch so far
 * @param seconds since training began, interruptions left out
 */
public record EpochMetrics(
    int epoch,
    long step,
    double trainingLoss,
    double validationLoss,
    double tokenAccuracy,
    SortedMap<String, MatchCounts> types,
    boolean best,
    double seconds) {

  /** Copies the map. */
  public EpochMetrics {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  /**
   * Returns the figures of an epoch.
   *
   * @param seconds since training began; not a number where unknown
   */
  public static EpochMetrics of(EpochResult result, double seconds) {
    EntityScores scores = result.scores();
    return new EpochMetrics(
        result.epoch(),
        result.step(),
        result.trainingLoss(),
        result.validationLoss(),
        scores.tokenAccuracy(),
        scores.types(),
        result.best(),
        seconds);
  }

  /** Returns the matches of all types together. */
  public MatchCounts micro() {
    return types.values().stream().reduce(MatchCounts.NONE, MatchCounts::plus);
  }
}
