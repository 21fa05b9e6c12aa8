package io.github.albertner.tokenize;

/** Writes a normalised word as pieces of a vocabulary. Thread-safe. */
interface PieceModel {

  /** The model of a vocabulary's kind. */
  static PieceModel of(Vocabulary vocabulary) {
    return vocabulary.isWordPiece() ? new WordPieceModel(vocabulary) : new UnigramModel(vocabulary);
  }

  /**
   * Encodes one word.
   *
   * @param text as {@link TextNormalizer} gives it
   * @return ids, none for an empty text
   */
  int[] encode(String text);
}
