package io.github.albertner.tokenize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * WordPiece, as BERT and the Chinese ALBERTs have it: of each part of a word, the longest piece
 * that it begins with, then the longest that goes on from there, whose names begin with {@code ##}.
 * A part that cannot be written so, or has more than the model's number of characters, is one
 * unknown piece. Thread-safe.
 */
final class WordPieceModel implements PieceModel {

  private final PieceTrie trie;
  private final int unknownId;
  private final int mostChars;

  /** The node after the continuing prefix; {@link PieceTrie#NONE} if no piece has it. */
  private final int goingOn;

  /** Copies what it needs. */
  WordPieceModel(Vocabulary vocabulary) {
    List<String> names = new ArrayList<>(vocabulary.modelSize());
    for (int id = 0; id < vocabulary.modelSize(); id++) {
      names.add(vocabulary.isUnmatchable(id) ? null : vocabulary.name(id));
    }
    trie = new PieceTrie(names);
    unknownId = vocabulary.unknownId();
    mostChars = vocabulary.mostCharsOfPart();
    String prefix = vocabulary.continuingPrefix();
    int node = trie.root();
    for (int i = 0; i < prefix.length() && node != PieceTrie.NONE; i++) {
      node = trie.child(node, prefix.charAt(i));
    }
    goingOn = node;
  }

  @Override
  public int[] encode(String text) {
    int[] ids = new int[text.length()];
    int count = 0;
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf(' ', begin);
      end = end < 0 ? text.length() : end;
      count = encodePart(text, begin, end, ids, count);
      begin = end + 1;
    }
    return Arrays.copyOf(ids, count);
  }

  /** Adds the ids of a part behind those that are there; returns how many there are then. */
  private int encodePart(String text, int begin, int end, int[] ids, int before) {
    if (begin == end) {
      return before;
    }
    if (text.codePointCount(begin, end) > mostChars) {
      ids[before] = unknownId;
      return before + 1;
    }
    int count = before;
    for (int from = begin; from < end; ) {
      int to = from;
      int node = from == begin ? trie.root() : goingOn;
      for (int i = from; i < end && node != PieceTrie.NONE; i++) {
        node = trie.child(node, text.charAt(i));
        if (node != PieceTrie.NONE && trie.piece(node) != PieceTrie.NONE) {
          ids[count] = trie.piece(node);
          to = i + 1;
        }
      }
      if (to == from) {
        ids[before] = unknownId;
        return before + 1;
      }
      count++;
      from = to;
    }
    return count;
  }
}
