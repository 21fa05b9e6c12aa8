package io.github.albertner.tokenize;

import java.util.List;
import java.util.stream.IntStream;

/** Encodings of given shapes, for tests of what comes after the tokenizer. */
public final class Encodings {
  private Encodings() {}

  /** Word w has {@code piecesPerWord.get(w)} pieces; piece ids count from 100. */
  public static Encoding of(List<Integer> piecesPerWord) {
    int[] next = {100};
    return new Encoding(
        piecesPerWord.stream()
            .map(count -> IntStream.range(0, count).map(i -> next[0]++).toArray())
            .toList());
  }
}
