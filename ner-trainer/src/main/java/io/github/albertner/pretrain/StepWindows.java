package io.github.albertner.pretrain;

import java.util.List;

/**
 * What one update learns from.
 *
 * @param parts of the batch, learned from one after the other
 * @param windowLength T
 */
record StepWindows(List<MaskedBatch> parts, int windowLength) {
  StepWindows {
    parts = List.copyOf(parts);
  }

  /** Pieces of all parts. */
  int pieces() {
    return parts.stream().mapToInt(part -> part.pieces().pieces()).sum();
  }

  /** Hidden pieces of all parts. */
  int hidden() {
    return parts.stream().mapToInt(MaskedBatch::hidden).sum();
  }
}
