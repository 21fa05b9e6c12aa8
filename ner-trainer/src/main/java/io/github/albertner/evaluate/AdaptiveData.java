package io.github.albertner.evaluate;

/**
 * When OpenNLP's name finder forgets how it tagged the words of earlier sentences ({@code
 * clearAdaptiveData}).
 */
public enum AdaptiveData {
  /** Where the corpus begins a document, as applications do that follow OpenNLP's manual. */
  DOCUMENT,
  /** Before each sentence: each is judged on its own. */
  SENTENCE
}
