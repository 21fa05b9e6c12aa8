package io.github.albertner.corpus;

import java.util.List;

/**
 * What stands around the words of a sentence in the text it was found in: white space mostly. The
 * gaps and words of all sentences of a document, one after the other, are its text.
 *
 * @param gaps one before each word, that before the first reaching back to the sentence before or
 *     the document's begin; and one after the last word, which is empty unless the document ends
 *     there
 */
public record Spacing(List<String> gaps) {

  /** Copies the list. */
  public Spacing {
    gaps = List.copyOf(gaps);
  }
}
