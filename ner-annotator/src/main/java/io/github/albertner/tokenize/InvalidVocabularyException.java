package io.github.albertner.tokenize;

import java.io.IOException;

/** A vocabulary file is missing, unreadable or of a kind that is not supported. */
public final class InvalidVocabularyException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected, what was found, where, and what to do
   */
  public InvalidVocabularyException(String message) {
    super(message);
  }

  /**
   * @param message what was expected, what was found, where, and what to do
   * @param cause what the parser or the file system said
   */
  public InvalidVocabularyException(String message, Throwable cause) {
    super(message, cause);
  }
}
