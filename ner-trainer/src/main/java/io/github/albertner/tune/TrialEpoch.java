package io.github.albertner.tune;

/**
 * What an epoch of a trial ended with.
 *
 * @param epoch from 1
 * @param share of the trial's planned updates that are made, in (0, 1]
 * @param trainingLoss in nats per word
 * @param validationLoss in nats per word of the development sentences
 * @param f1 micro F1 of their entities, in [0, 1]
 */
public record TrialEpoch(
    int epoch, double share, double trainingLoss, double validationLoss, double f1) {}
