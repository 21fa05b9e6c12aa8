package io.github.albertner.label;

/**
 * A tag that breaks its scheme.
 *
 * @param word index of the word in its sentence, from 0
 * @param reason what was found there and what the scheme expects
 */
public record TagViolation(int word, String reason) {

  /** Returns the reason with the word's place, counted from 1 for people: {@code word 3: ...}. */
  @Override
  public String toString() {
    return "word " + (word + 1) + ": " + reason;
  }
}
