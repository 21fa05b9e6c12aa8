package io.github.albertner.plugin;

/**
 * Parameters, a base model or data that do not allow a tagger; the message says what to change.
 *
 * <p>It has no stack trace and no cause: OpenNLP's tools do not catch it, so that Java prints all
 * it has, and the fault is in the input.
 */
public final class TrainerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrainerException(String message) {
    super(message, null, false, false);
  }
}
