package io.github.albertner.report;

/**
 * Updates since the line before, as metrics.jsonl tells of them.
 *
 * @param step the last of them, from 1
 * @param epoch it belongs to, from 1
 * @param loss mean of the updates' losses, in nats per word
 * @param learningRate of the last
 * @param gradientNorm mean of the updates' global norms before clipping
 * @param seconds since training began, interruptions left out
 * @param piecesPerSecond of these updates
 */
public record StepMetrics(
    long step,
    int epoch,
    double loss,
    double learningRate,
    double gradientNorm,
    double seconds,
    double piecesPerSecond) {}
