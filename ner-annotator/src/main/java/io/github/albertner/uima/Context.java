package io.github.albertner.uima;

import io.github.albertner.NerTagger;

/** Whether sentences are seen among their neighbours. */
enum Context {
  /** As the model was trained. */
  MODEL,
  /** Yes; with a model trained on single sentences, {@value #USUAL_PIECES} pieces on each side. */
  ON,
  /** No. */
  OFF;

  /** As many as Schweter and Akbik, FLERT (arXiv:2011.06993), take. */
  private static final int USUAL_PIECES = 64;

  /**
   * Returns the pieces of neighbouring words on each side of a sentence that a tagger shall see.
   */
  int pieces(NerTagger tagger) {
    return switch (this) {
      case MODEL -> tagger.contextPieces();
      case ON -> tagger.contextPieces() > 0 ? tagger.contextPieces() : USUAL_PIECES;
      case OFF -> 0;
    };
  }
}
