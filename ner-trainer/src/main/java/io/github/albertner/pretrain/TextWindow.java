package io.github.albertner.pretrain;

import io.github.albertner.shard.StoredPiece;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

/** A window of text: [CLS], pieces, [SEP]. */
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

  /** The number of pieces of text. */
  int textPieces() {
    return pieces.length - FRAME;
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
   * Reads a full window.
   *
   * @param shard {@link StoredPiece}s
   * @param begin of the text in it
   * @param length T
   */
  static TextWindow of(IntBuffer shard, int begin, int length, SubwordTokenizer tokenizer) {
    Reader reader = new Reader(shard, length, tokenizer);
    reader.add(begin, begin + length - FRAME);
    return new TextWindow(reader.pieces, reader.words);
  }

  /** Brings pieces of a shard into a window. */
  private static final class Reader {
    private final IntBuffer shard;
    private final SubwordTokenizer tokenizer;
    private final int[] pieces;
    private final List<Word> words = new ArrayList<>();
    private int next;

    Reader(IntBuffer shard, int length, SubwordTokenizer tokenizer) {
      this.shard = shard;
      this.tokenizer = tokenizer;
      pieces = new int[length];
      pieces[next++] = tokenizer.classId();
    }

    /** The pieces from begin to end, and [SEP]. */
    void add(int begin, int end) {
      int word = -1; // where the current word begins; -1 within one that may not be masked
      for (int i = begin; i < end; i++) {
        int stored = shard.get(i);
        pieces[next] = StoredPiece.id(stored);
        if (StoredPiece.beginsWord(stored)) {
          if (word >= 0) {
            words.add(new Word(word, next));
          }
          word = next;
        }
        if (tokenizer.isControl(pieces[next])) {
          word = -1;
        }
        next++;
      }
      boolean whole = end == shard.limit() || StoredPiece.beginsWord(shard.get(end));
      if (word >= 0 && whole) {
        words.add(new Word(word, next));
      }
      pieces[next++] = tokenizer.separatorId();
    }
  }
}
