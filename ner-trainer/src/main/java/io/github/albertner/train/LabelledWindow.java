package io.github.albertner.train;

import io.github.albertner.inference.Window;
import io.github.albertner.tokenize.Encoding;
import java.util.Random;

/**
 * A window of a sentence with the labels of the words it decides, at their first pieces (Devlin et
 * al., arXiv:1810.04805, section 5.3).
 *
 * <p>Every word is decided by one window, as in use, so a long sentence is learned from whole and
 * no word counts twice.
 */
public final class LabelledWindow {
  private final int[] pieces;
  private final int[] wordOf;
  private final int[] labelledPieces;
  private final int[] labels;

  /**
   * A window.
   *
   * @param wordLabels label of each word of the encoding
   */
  LabelledWindow(Encoding encoding, Window window, int classId, int separatorId, int[] wordLabels) {
    pieces = window.pieceIds(encoding, classId, separatorId);
    wordOf = new int[pieces.length];
    wordOf[0] = -1;
    wordOf[pieces.length - 1] = -1;
    for (int piece = window.begin(); piece < window.end(); piece++) {
      wordOf[piece - window.begin() + 1] = encoding.wordOf(piece);
    }
    labelledPieces = window.firstPieces(encoding);
    labels = new int[labelledPieces.length];
    System.arraycopy(wordLabels, window.firstWord(), labels, 0, labels.length);
  }

  /** Returns the number of pieces, [CLS] and [SEP] included. */
  public int length() {
    return pieces.length;
  }

  /** Returns a copy of the piece ids, [CLS] first and [SEP] last. */
  public int[] pieces() {
    return pieces.clone();
  }

  /**
   * Returns the piece ids with some words hidden: each with the given probability, all its pieces
   * replaced. Hiding words makes the network read the context too, not only the surface.
   *
   * @param maskId what hidden pieces become
   */
  public int[] piecesWithHiddenWords(double probability, int maskId, Random random) {
    int[] hidden = pieces.clone();
    int word = -1;
    boolean hide = false;
    for (int i = 0; i < hidden.length; i++) {
      if (wordOf[i] < 0) {
        continue;
      }
      if (wordOf[i] != word) {
        word = wordOf[i];
        hide = random.nextDouble() < probability;
      }
      if (hide) {
        hidden[i] = maskId;
      }
    }
    return hidden;
  }

  /** Returns where the pieces that carry labels stand in {@link #pieces}, ascending. */
  public int[] labelledPieces() {
    return labelledPieces.clone();
  }

  /** Returns the label index of each of those pieces. */
  public int[] labels() {
    return labels.clone();
  }
}
