package io.github.albertner.text;

import java.util.List;

/**
 * Where a sentence is, and where its tokens are.
 *
 * @param characters from the first token's begin to the last one's end, at least
 * @param tokens in order, without overlaps, none empty
 */
public record SentenceRange(CharRange characters, List<CharRange> tokens) {

  /**
   * Copies the list and checks it.
   *
   * @throws IllegalArgumentException if tokens are out of order, or one is empty or not within the
   *     sentence
   */
  public SentenceRange {
    tokens = List.copyOf(tokens);
    int free = characters.begin();
    for (CharRange token : tokens) {
      if (token.begin() < free || token.isEmpty() || token.end() > characters.end()) {
        throw new IllegalArgumentException(
            "expected tokens in order within " + characters + ", found " + tokens);
      }
      free = token.end();
    }
  }

  /**
   * Returns the text of each token.
   *
   * @param text that the ranges count in
   */
  public List<String> words(String text) {
    return tokens.stream().map(token -> token.of(text)).toList();
  }

  /** Returns this sentence moved by some UTF-16 units, for a text that has as many more before. */
  public SentenceRange shifted(int units) {
    return new SentenceRange(
        characters.shifted(units), tokens.stream().map(token -> token.shifted(units)).toList());
  }
}
