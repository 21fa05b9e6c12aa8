package io.github.albertner.pretrain;

import java.util.Optional;

/**
 * What one update did.
 *
 * @param step from 1
 * @param totalSteps updates of the whole run
 * @param epochs passes over the text since the stage of its window length began
 * @param loss mean loss of the hidden pieces, in nats, with dropout; that of segments' order, with
 *     its weight, added where it is learned
 * @param pieces that went through the network
 * @param windowLength pieces of a window
 * @param layers of the network
 * @param learningRate of this update
 * @param gradientNorm global norm before clipping
 * @param evaluation if one was due
 */
public record PretrainingStep(
    long step,
    long totalSteps,
    double epochs,
    double loss,
    int pieces,
    int windowLength,
    int layers,
    double learningRate,
    double gradientNorm,
    Optional<Evaluation> evaluation) {}
