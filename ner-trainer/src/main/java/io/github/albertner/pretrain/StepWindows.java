package io.github.albertner.pretrain;

import java.util.List;

/**
 * What one update learns from.
 *
 * @param parts of the batch, learned from one after the other
 * @param rows hidden pieces of all parts
 * @param pieces of all parts
 * @param windowLength T
 */
record StepWindows(List<MaskedBatch> parts, int rows, int pieces, int windowLength) {
  StepWindows {
    parts = List.copyOf(parts);
  }
}
