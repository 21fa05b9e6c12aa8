package io.github.albertner.network;

/** A device does not compute in a precision, or a model lacks what the precision needs. */
public final class UnsupportedPrecisionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An exception that says what to use instead. */
  public UnsupportedPrecisionException(String message) {
    super(message);
  }
}
