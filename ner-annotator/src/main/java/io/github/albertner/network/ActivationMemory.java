package io.github.albertner.network;

import java.util.OptionalLong;

/** How many pieces go through a network on a GPU at once. */
final class ActivationMemory {
  /**
   * Enough to keep every GPU of today busy: at ALBERT base about 6 TFLOP, several milliseconds of
   * the fastest. More would take memory and time to the first result, not bring speed.
   */
  static final int ENOUGH_PIECES = 32_768;

  /** Of what is free; the rest is for cuBLAS, for fragments, and for others on the same card. */
  private static final double USED_SHARE = 0.75;

  /** Where free memory cannot be asked for: less than any card that is used for this has free. */
  private static final long ASSUMED_FREE_BYTES = 2L << 30;

  private ActivationMemory() {}

  /**
   * Returns the pieces, padding included, that fit; at least one window.
   *
   * @param freeBytes after the weights were loaded; empty if unknown
   */
  static int pieces(AlbertConfig config, Precision precision, OptionalLong freeBytes) {
    double usable = USED_SHARE * freeBytes.orElse(ASSUMED_FREE_BYTES);
    double fitting = usable / bytesPerPiece(config, precision);
    return (int) Math.max(config.maxPositions(), Math.min(fitting, ENOUGH_PIECES));
  }

  /**
   * What one piece takes at the peak of a layer, counted high: its hidden state, query, key and
   * value as computed, padded and laid out for the kernel, and what comes out of them, 13 H; the
   * feed-forward layer before and after its activation, 2 F; and, should libtorch have no fused
   * attention for the card, scores and probabilities of the longest window, 2 A T.
   */
  static long bytesPerPiece(AlbertConfig config, Precision precision) {
    long values =
        13L * config.hiddenSize()
            + 2L * config.intermediateSize()
            + 2L * config.heads() * config.maxPositions();
    long embeddings = 2L * config.embeddingSize() * Float.BYTES;
    return values * (precision == Precision.F32 ? Float.BYTES : Short.BYTES) + embeddings;
  }
}
