package io.github.albertner.feature;

/** Which pieces of a word carry its label in training; use and evaluation read the first piece. */
public enum PieceLabels {
  /** The first piece alone, as in BERT's paper (Devlin et al., arXiv:1810.04805, section 5.3). */
  FIRST,
  /**
   * Every piece; after the first piece of a word that begins an entity comes the label that
   * continues it, where there is one.
   */
  ALL
}
