package io.github.albertner.run;

import io.github.albertner.corpus.Sentence;
import java.util.List;

/**
 * Annotated sentences that decide nothing in a training; its model is scored on them.
 *
 * @param sentences may be none
 * @param description file names with their SHA-256, for the card
 */
public record TestData(List<Sentence> sentences, String description) {
  /** No sentences. */
  public static final TestData NONE = new TestData(List.of(), "");

  /** Copies the list. */
  public TestData {
    sentences = List.copyOf(sentences);
  }
}
