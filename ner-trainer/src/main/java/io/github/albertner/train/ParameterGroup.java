package io.github.albertner.train;

/** Weights that can be frozen together; an ALBERT's layers share theirs. */
public enum ParameterGroup {
  /** Of pieces, positions and segments, with their LayerNorm and the mapping to hidden size. */
  EMBEDDINGS,
  /** Attention and feed-forward of all layers. */
  ENCODER
}
