package io.github.albertner.text;

import java.util.List;
import java.util.Objects;

/**
 * A stretch of an input, with its sentences.
 *
 * @param source name of the input, for people
 * @param begin where in the input the text begins
 * @param text all of it, white space around sentences included
 * @param sentences in order, without overlaps; none if the text is blank
 */
public record Passage(String source, TextOffset begin, String text, List<SentenceRange> sentences) {

  /**
   * Copies the list and checks it.
   *
   * @throws IllegalArgumentException if sentences are out of order or outside the text
   */
  public Passage {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(begin, "begin");
    sentences = List.copyOf(sentences);
    int free = 0;
    for (SentenceRange sentence : sentences) {
      CharRange range = sentence.characters();
      if (range.begin() < free || range.end() > text.length()) {
        throw new IllegalArgumentException(
            "expected sentences in order within "
                + text.length()
                + " characters, found "
                + range
                + " after "
                + free);
      }
      free = range.end();
    }
  }
}
