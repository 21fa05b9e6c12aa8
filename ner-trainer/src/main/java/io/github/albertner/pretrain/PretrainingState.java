package io.github.albertner.pretrain;

import io.github.albertner.optimize.NetworkState;
import java.util.Optional;

/**
 * Where a run stands between two updates: all that it needs to go on as if it had never stopped.
 * Random numbers and learning rates follow from the number of updates.
 *
 * @param step updates made
 * @param lossSum sum of the updates' mean losses since the last evaluation
 * @param lossCount updates since then
 * @param seconds of training so far
 * @param network weights and optimizer state
 * @param best the evaluation with the lowest loss so far
 */
public record PretrainingState(
    long step,
    double lossSum,
    long lossCount,
    double seconds,
    NetworkState network,
    Optional<Evaluation> best) {}
