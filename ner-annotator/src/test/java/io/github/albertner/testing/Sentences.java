package io.github.albertner.testing;

import java.util.ArrayList;
import java.util.List;

/** Tokenised sentences of all lengths, with awkward tokens among them. */
public final class Sentences {
  private static final List<String> WORDS =
      List.of(
          "Angela",
          "Merkel",
          "visited",
          "the",
          "Eiffel",
          "Tower",
          "in",
          "Paris",
          ".",
          "\ud83d\ude00",
          "\u4e2d\u6587",
          "[CLS]",
          "don't",
          "U.S.",
          "\u00c5ngstr\u00f6m",
          "a\u0301",
          "\ud800",
          "\u0000",
          "-",
          "");

  private Sentences() {}

  /**
   * Returns {@code count} sentences: none, one, two and so on words long, cut at 70.
   *
   * @param count how many
   */
  public static List<List<String>> of(int count) {
    List<List<String>> sentences = new ArrayList<>();
    for (int sentence = 0; sentence < count; sentence++) {
      List<String> words = new ArrayList<>();
      for (int word = 0; word < sentence % 71; word++) {
        words.add(WORDS.get((word * 7 + sentence * 3 + word * word) % WORDS.size()));
      }
      sentences.add(words);
    }
    return sentences;
  }
}
