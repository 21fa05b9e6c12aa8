package io.github.albertner.cas;

import io.github.albertner.document.CharRange;
import java.util.List;

/**
 * A sentence of a CAS.
 *
 * @param begin offset of its first UTF-16 unit
 * @param end offset after its last one
 * @param tokens in order, without overlaps, none blank; none if there is a problem
 * @param problem what is wrong with it; null if nothing is
 */
record CasSentence(int begin, int end, List<CharRange> tokens, String problem) {

  /** Copies the list. */
  CasSentence {
    tokens = List.copyOf(tokens);
  }

  static CasSentence good(int begin, int end, List<CharRange> tokens) {
    return new CasSentence(begin, end, tokens, null);
  }

  static CasSentence bad(int begin, int end, String problem) {
    return new CasSentence(begin, end, List.of(), problem);
  }
}
