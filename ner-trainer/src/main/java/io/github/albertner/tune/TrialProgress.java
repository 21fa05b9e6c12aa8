package io.github.albertner.tune;

import java.util.Optional;

/**
 * How far a trial has come.
 *
 * @param step updates made
 * @param totalSteps updates planned
 * @param warmingUp whether the learning rate still rises
 * @param ended the epoch that the last of them ended
 */
public record TrialProgress(
    long step, long totalSteps, boolean warmingUp, Optional<TrialEpoch> ended) {}
