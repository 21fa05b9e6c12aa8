package io.github.albertner.modelpackage;

import java.io.IOException;

/** A model file or checkpoint that cannot be used; the message names the file and the fault. */
public class InvalidModelException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message file, what was expected and what was found
   */
  public InvalidModelException(String message) {
    super(message);
  }

  /**
   * Makes the exception with the failure that revealed the fault.
   *
   * @param message file, what was expected and what was found
   * @param cause the failure underneath
   */
  public InvalidModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
