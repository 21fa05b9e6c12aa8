package io.github.albertner.vocabulary;

import java.io.IOException;

/** SentencePiece's trainer is not there. */
public final class MissingTrainerException extends IOException {

  private static final long serialVersionUID = 1L;

  MissingTrainerException(String found) {
    super(
        "expected SentencePiece's trainer, spm_train, found "
            + found
            + "; install it (Debian, Ubuntu: apt install sentencepiece; macOS: brew install"
            + " sentencepiece; sources: github.com/google/sentencepiece) or say where it is"
            + " (--spm-train on the command line)");
  }
}
