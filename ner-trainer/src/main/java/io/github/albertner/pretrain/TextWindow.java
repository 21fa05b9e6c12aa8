package io.github.albertner.pretrain;

import io.github.albertner.shard.StoredPiece;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

/** A full window of text: [CLS], pieces, [SEP]. */
final class TextWindow {
  /** Pieces that frame the text: [CLS] and [SEP]. */
  static final int FRAME = 2;

  private final int[] pieces;
  private final List<Word> words;

  /**
   * A window.
   *
   * @param pieces ids, T; not copied
   * @param words those that may be hidden, in order: whole ones, of pieces that text has
   */
  TextWindow(int[] pieces, List<Word> words) {
    this.pieces = pieces;
    this.words = List.copyOf(words);
  }

  /** The ids, T; not a copy. */
  int[] pieces() {
    return pieces;
  }

  /** The words that may be hidden. */
  List<Word> words() {
    return words;
  }

  /**
   * A word of the window.
   *
   * @param begin its first piece
   * @param end after its last piece
   */
  record Word(int begin, int end) {
    int length() {
      return end - begin;
    }
  }

  /**
   * Reads a window.
   *
   * @param shard {@link StoredPiece}s
   * @param begin of the text in it
   * @param length T
   */
  static TextWindow of(IntBuffer shard, int begin, int length, SubwordTokenizer tokenizer) {
    int[] pieces = new int[length];
    pieces[0] = tokenizer.classId();
    pieces[length - 1] = tokenizer.separatorId();
    List<Word> words = new ArrayList<>();
    int word = -1; // where the current word begins; -1 within one that may not be masked
    int end = length - FRAME;
    for (int i = 0; i < end; i++) {
      int stored = shard.get(begin + i);
      pieces[1 + i] = StoredPiece.id(stored);
      if (StoredPiece.beginsWord(stored)) {
        if (word >= 0) {
          words.add(new Word(word, 1 + i));
        }
        word = 1 + i;
      }
      if (tokenizer.isControl(pieces[1 + i])) {
        word = -1;
      }
    }
    boolean whole = begin + end == shard.limit() || StoredPiece.beginsWord(shard.get(begin + end));
    if (word >= 0 && whole) {
      words.add(new Word(word, 1 + end));
    }
    return new TextWindow(pieces, words);
  }
}
