package io.github.albertner.uima;

import io.github.albertner.label.EntitySpan;
import java.util.List;

/**
 * A sentence as the tagger gets it, and where its words stand in the document.
 *
 * @param words not blank
 * @param ranges of the words, in order, not overlapping
 */
record TokenizedSentence(List<String> words, List<CharRange> ranges) {
  static TokenizedSentence of(String text, List<CharRange> tokens) {
    List<String> words =
        tokens.stream().map(token -> text.substring(token.begin(), token.end())).toList();
    return new TokenizedSentence(words, List.copyOf(tokens));
  }

  /** Returns where an entity of this sentence stands in the document. */
  CharRange range(EntitySpan entity) {
    return new CharRange(ranges.get(entity.begin()).begin(), ranges.get(entity.end() - 1).end());
  }
}
