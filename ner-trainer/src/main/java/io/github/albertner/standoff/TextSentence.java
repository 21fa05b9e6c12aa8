package io.github.albertner.standoff;

import io.github.albertner.text.CharRange;
import java.util.List;

/**
 * A sentence of a text.
 *
 * @param begin offset of its first UTF-16 unit
 * @param end offset after its last one
 * @param tokens in order, without overlaps, none blank; none if there is a problem
 * @param problem what is wrong with it; null if nothing is
 */
public record TextSentence(int begin, int end, List<CharRange> tokens, String problem) {

  /** Copies the list. */
  public TextSentence {
    tokens = List.copyOf(tokens);
  }

  /**
   * A sentence as it should be.
   *
   * @param begin offset of its first UTF-16 unit
   * @param end offset after its last one
   * @param tokens in order, without overlaps, none blank
   * @return a new one
   */
  public static TextSentence good(int begin, int end, List<CharRange> tokens) {
    return new TextSentence(begin, end, tokens, null);
  }

  static TextSentence bad(int begin, int end, String problem) {
    return new TextSentence(begin, end, List.of(), problem);
  }
}
