package io.github.albertner.modelpackage;

import java.io.IOException;

/** A model file or checkpoint that cannot be used; the message names the file and the fault. */
public class InvalidModelException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A file may hold names and values of any length; a message with all of one helps nobody. */
  private static final int MAX_MESSAGE = 4000;

  /**
   * Makes the exception.
   *
   * @param message file, what was expected and what was found
   */
  public InvalidModelException(String message) {
    super(abbreviated(message));
  }

  /**
   * Makes the exception with the failure that revealed the fault.
   *
   * @param message file, what was expected and what was found
   * @param cause the failure underneath
   */
  public InvalidModelException(String message, Throwable cause) {
    super(abbreviated(message), cause);
  }

  private static String abbreviated(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "...";
  }
}
