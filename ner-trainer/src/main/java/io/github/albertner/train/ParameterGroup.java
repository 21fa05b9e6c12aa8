package io.github.albertner.train;

import io.github.albertner.network.AlbertConfig;
import java.util.Optional;

/** Weights that can be frozen together; an ALBERT's layers share theirs. */
public enum ParameterGroup {
  /** Of pieces, positions and segments, with their LayerNorm and the mapping to hidden size. */
  EMBEDDINGS,
  /** Attention and feed-forward of all layers. */
  ENCODER;

  /**
   * Returns the group of a parameter.
   *
   * @param parameter by its name in a checkpoint
   * @return empty for the classifier's
   */
  static Optional<ParameterGroup> of(String parameter) {
    if (!parameter.startsWith(AlbertConfig.PREFIX)) {
      return Optional.empty();
    }
    return Optional.of(
        parameter.startsWith(AlbertConfig.PREFIX + "encoder.albert_layer_groups.")
            ? ENCODER
            : EMBEDDINGS);
  }
}
