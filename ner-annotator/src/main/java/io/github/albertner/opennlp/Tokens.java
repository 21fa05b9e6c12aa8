package io.github.albertner.opennlp;

import java.util.ArrayList;
import java.util.List;

/** Checks the token arrays that callers of OpenNLP's interfaces give. */
final class Tokens {
  private Tokens() {}

  /**
   * Returns the tokens as the words of a sentence.
   *
   * @param tokens strings; may be none, may be empty strings
   * @throws IllegalArgumentException if the array or a token is null, or a token is no string
   */
  static List<String> words(Object[] tokens) {
    if (tokens == null) {
      throw new IllegalArgumentException(
          "expected an array of tokens, found null; for a sentence without tokens give an empty"
              + " array");
    }
    List<String> words = new ArrayList<>(tokens.length);
    for (Object token : tokens) {
      if (!(token instanceof CharSequence)) {
        throw new IllegalArgumentException(
            "expected a string as token %s of %s, found %s"
                .formatted(
                    words.size(),
                    tokens.length,
                    token == null ? "null" : "a " + token.getClass().getName()));
      }
      words.add(token.toString());
    }
    return words;
  }
}
