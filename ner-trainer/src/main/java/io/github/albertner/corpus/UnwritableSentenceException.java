package io.github.albertner.corpus;

import java.io.IOException;

/** A sentence that a format cannot hold: written, it would be read back as something else. */
public final class UnwritableSentenceException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal, before anything of the sentence was written.
   *
   * @param message which word or type of which sentence, and why
   */
  public UnwritableSentenceException(String message) {
    super(message);
  }
}
