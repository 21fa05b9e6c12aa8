package io.github.albertner.document;

import java.util.List;

/**
 * Where a sentence of a passage is, and where its tokens are.
 *
 * @param characters from the first token's begin to the last one's end, at least
 * @param tokens at least one, in order, without overlaps
 */
public record SentenceRange(CharRange characters, List<CharRange> tokens) {

  /**
   * Copies the list and checks it.
   *
   * @throws IllegalArgumentException if there is no token, tokens are out of order, or one is not
   *     within the sentence
   */
  public SentenceRange {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("expected a token in sentence " + characters);
    }
    int free = characters.begin();
    for (CharRange token : tokens) {
      if (token.begin() < free || token.end() > characters.end()) {
        throw new IllegalArgumentException(
            "expected tokens in order within " + characters + ", found " + tokens);
      }
      free = token.end();
    }
  }

  /**
   * The tokens' text.
   *
   * @param text of the passage
   * @return one string per token
   */
  public List<String> words(String text) {
    return tokens.stream().map(token -> token.of(text)).toList();
  }
}
