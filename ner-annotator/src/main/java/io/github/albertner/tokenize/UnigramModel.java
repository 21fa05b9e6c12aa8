package io.github.albertner.tokenize;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A unigram model: escaped words in, ids of the best path out.
 *
 * <p>Of all ways to write a text as pieces, the one whose scores have the greatest sum (Viterbi).
 * Sums are of doubles from the left, and of equal ones the first found stays, the one whose last
 * piece is longest: what Hugging Face's tokenizers library computes, to the last bit, which the
 * tests compare. A character that is no piece is unknown and scores {@value #UNKNOWN_PENALTY} less
 * than the lowest piece; unknown characters in a row are one piece.
 *
 * <p>Thread-safe. A call needs 16 bytes for each char of its text.
 */
final class UnigramModel implements PieceModel {

  private static final double UNKNOWN_PENALTY = 10;

  private final Vocabulary vocabulary;
  private final PieceTrie trie;
  private final double[] scores;
  private final double unknownScore;

  /** Copies what it needs. */
  UnigramModel(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    List<String> names = new ArrayList<>(vocabulary.modelSize());
    scores = new double[vocabulary.modelSize()];
    for (int id = 0; id < scores.length; id++) {
      names.add(vocabulary.isUnmatchable(id) ? null : vocabulary.name(id));
      scores[id] = vocabulary.score(id);
    }
    trie = new PieceTrie(names);
    unknownScore = Arrays.stream(scores).min().orElseThrow() - UNKNOWN_PENALTY;
  }

  /**
   * Encodes one text.
   *
   * @param text a normalised word without spaces
   * @return ids, none for an empty text
   */
  @Override
  public int[] encode(String text) {
    return new Lattice(text).best();
  }

  /** The best paths to every place of a text. */
  private final class Lattice {

    private final String text;
    private final double[] score; // of the best path that ends here
    private final int[] begin; // of its last piece
    private final int[] piece; // that one; NONE where no path ends yet

    Lattice(String text) {
      this.text = text;
      score = new double[text.length() + 1];
      begin = new int[text.length() + 1];
      piece = new int[text.length() + 1];
      Arrays.fill(piece, PieceTrie.NONE);
    }

    int[] best() {
      for (int at = 0; at < text.length(); ) {
        int next = at + Character.charCount(text.codePointAt(at));
        follow(at, next);
        at = next;
      }
      return backwards();
    }

    /** Continues the best path to a place by every piece that begins there. */
    private void follow(int at, int next) {
      boolean known = false;
      int node = trie.root();
      for (int end = at; end < text.length(); ) {
        node = trie.child(node, text.charAt(end++));
        if (node == PieceTrie.NONE) {
          break;
        }
        int id = trie.piece(node);
        if (id != PieceTrie.NONE) {
          offer(at, end, id, scores[id]);
          known |= end == next;
        }
      }
      if (!known) {
        offer(at, next, vocabulary.unknownId(), unknownScore);
      }
    }

    private void offer(int from, int to, int id, double own) {
      double sum = own + score[from];
      if (piece[to] == PieceTrie.NONE || sum > score[to]) {
        score[to] = sum;
        begin[to] = from;
        piece[to] = id;
      }
    }

    /** Reads the best path to the end, from its last piece to its first. */
    private int[] backwards() {
      IdsFromTheEnd ids = new IdsFromTheEnd();
      for (int end = text.length(); end > 0; ) {
        int from = begin[end];
        if (piece[end] == vocabulary.unknownId()) {
          while (from > 0 && piece[from] == vocabulary.unknownId()) {
            from = begin[from];
          }
          addUnknown(text.substring(from, end), ids);
        } else {
          ids.add(piece[end]);
        }
        end = from;
      }
      return ids.toArray();
    }

    private void addUnknown(String run, IdsFromTheEnd ids) {
      // Where all scores are above ten, unknown characters may be better than the piece of just
      // these characters; the library then gives that piece.
      int whole = pieceNamed(run);
      if (whole != PieceTrie.NONE) {
        ids.add(whole);
      } else if (vocabulary.hasBytePieces()) {
        byte[] bytes = run.getBytes(StandardCharsets.UTF_8);
        for (int i = bytes.length - 1; i >= 0; i--) {
          ids.add(vocabulary.bytePiece(bytes[i]));
        }
      } else {
        ids.add(vocabulary.unknownId());
      }
    }
  }

  private int pieceNamed(String name) {
    int node = trie.root();
    for (int i = 0; i < name.length() && node != PieceTrie.NONE; i++) {
      node = trie.child(node, name.charAt(i));
    }
    return node == PieceTrie.NONE ? PieceTrie.NONE : trie.piece(node);
  }

  /** Ids that come last one first. */
  private static final class IdsFromTheEnd {
    private int[] ids = new int[8];
    private int first = ids.length;

    void add(int id) {
      if (first == 0) {
        int[] larger = new int[2 * ids.length];
        System.arraycopy(ids, 0, larger, ids.length, ids.length);
        first = ids.length;
        ids = larger;
      }
      ids[--first] = id;
    }

    int[] toArray() {
      return Arrays.copyOfRange(ids, first, ids.length);
    }
  }
}
