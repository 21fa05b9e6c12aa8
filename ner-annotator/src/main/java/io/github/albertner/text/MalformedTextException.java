package io.github.albertner.text;

import java.io.IOException;

/** An input that is not the text it should be. */
public final class MalformedTextException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message the input, the place in it, what was found and what was expected
   */
  public MalformedTextException(String message) {
    super(message);
  }
}
