package io.github.albertner.text;

import java.util.Locale;

/** How sentences and tokens are found. */
public enum SplitterKind {
  /** For English our own rules; for others OpenNLP's models where they are, else our rules. */
  AUTO,
  /** Our own rules. */
  RULES,
  /** OpenNLP's models, from the class path. */
  OPENNLP;

  /** Returns the name as users write it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
