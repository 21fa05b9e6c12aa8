package io.github.albertner.train;

import io.github.albertner.augment.AugmentationTally;
import java.util.List;

/**
 * What one update learns from.
 *
 * @param parts of the batch, learned from one after the other
 * @param weight sum of the label weights of all rows: what the sum of losses is divided by
 * @param pieces of all windows, before words are hidden
 * @param tally what augmentation changed
 */
record StepBatch(List<LabelledBatch> parts, double weight, int pieces, AugmentationTally tally) {
  StepBatch {
    parts = List.copyOf(parts);
  }
}
