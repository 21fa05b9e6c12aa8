package io.github.albertner.train;

import io.github.albertner.augment.AugmentationTally;
import java.util.Optional;

/**
 * What one update did.
 *
 * @param epoch from 1
 * @param step from 1
 * @param totalSteps updates of the whole run
 * @param loss mean loss of the batch's words, in nats, with dropout, weights and smoothing
 * @param pieces that went through the network
 * @param learningRate of this update
 * @param gradientNorm global norm before clipping
 * @param augmented what augmentation changed in the batch
 * @param epochResult if this was the last update of an epoch, or the last before the time limit
 */
public record TrainingStep(
    int epoch,
    long step,
    long totalSteps,
    double loss,
    int pieces,
    double learningRate,
    double gradientNorm,
    AugmentationTally augmented,
    Optional<EpochResult> epochResult) {

  /** A step of a run without augmentation. */
  public TrainingStep(
      int epoch,
      long step,
      long totalSteps,
      double loss,
      int pieces,
      double learningRate,
      double gradientNorm,
      Optional<EpochResult> epochResult) {
    this(
        epoch,
        step,
        totalSteps,
        loss,
        pieces,
        learningRate,
        gradientNorm,
        AugmentationTally.NONE,
        epochResult);
  }
}
