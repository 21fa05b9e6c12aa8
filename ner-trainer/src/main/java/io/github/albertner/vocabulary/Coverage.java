package io.github.albertner.vocabulary;

import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well a vocabulary fits text that it was not made from.
 *
 * @param words of the text
 * @param pieces they become
 * @param whole words that are one piece
 * @param unknown pieces that are {@code <unk>}
 * @param used different pieces that occur
 */
public record Coverage(long words, long pieces, long whole, long unknown, int used) {

  /**
   * Encodes a text.
   *
   * @param tokenizer of the vocabulary
   * @param text words of paragraphs or sentences
   * @return the counts
   */
  public static Coverage of(SubwordTokenizer tokenizer, List<List<String>> text) {
    long words = 0;
    long pieces = 0;
    long whole = 0;
    long unknown = 0;
    Set<Integer> used = new HashSet<>();
    for (List<String> sentence : text) {
      Encoding encoding = tokenizer.encode(sentence);
      words += encoding.words();
      pieces += encoding.pieces();
      for (int word = 0; word < encoding.words(); word++) {
        whole += encoding.endPiece(word) - encoding.firstPiece(word) == 1 ? 1 : 0;
      }
      for (int piece = 0; piece < encoding.pieces(); piece++) {
        unknown += encoding.pieceId(piece) == tokenizer.unknownId() ? 1 : 0;
        used.add(encoding.pieceId(piece));
      }
    }
    return new Coverage(words, pieces, whole, unknown, used.size());
  }

  /**
   * Mean length of a word.
   *
   * @return pieces per word, not a number without words
   */
  public double piecesPerWord() {
    return (double) pieces / words;
  }

  /**
   * Share of words that are one piece.
   *
   * @return from 0 to 1, not a number without words
   */
  public double wholeShare() {
    return (double) whole / words;
  }

  /**
   * Share of pieces that are unknown.
   *
   * @return from 0 to 1, not a number without words
   */
  public double unknownShare() {
    return (double) unknown / pieces;
  }
}
