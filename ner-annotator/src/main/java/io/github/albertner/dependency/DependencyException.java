package io.github.albertner.dependency;

/**
 * A library that a tagger needs is missing, of another version, or does not load on this machine.
 * The message says which, where it was looked for, and what to do.
 */
public final class DependencyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception with a message for users.
   *
   * @param cause what the JVM, DJL or the system said; null if this was found out beforehand
   */
  public DependencyException(String message, Throwable cause) {
    super(message, cause);
  }
}
