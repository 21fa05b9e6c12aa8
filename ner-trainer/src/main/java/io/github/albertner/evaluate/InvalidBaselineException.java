package io.github.albertner.evaluate;

import java.io.IOException;

/** A file is not an OpenNLP name finder model; the message names it and says what OpenNLP found. */
public final class InvalidBaselineException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the file, what was expected and what was found
   * @param cause what OpenNLP's loader said
   */
  public InvalidBaselineException(String message, Throwable cause) {
    super(message, cause);
  }
}
