package io.github.albertner.weights;

import java.io.IOException;

/**
 * A weight file that cannot be read as one; the message names the file, the tensor and the fault.
 */
public final class InvalidWeightsException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message file, tensor, what was expected and what was found
   */
  public InvalidWeightsException(String message) {
    super(message);
  }

  /**
   * Makes the exception with the failure that revealed the fault.
   *
   * @param message file, tensor, what was expected and what was found
   * @param cause the failure underneath
   */
  public InvalidWeightsException(String message, Throwable cause) {
    super(message, cause);
  }
}
