package io.github.albertner.network;

/** A device was asked for that this machine or the loaded libtorch does not have. */
public final class NoSuchDeviceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An exception that says what was found and what to install. */
  public NoSuchDeviceException(String message) {
    super(message);
  }
}
