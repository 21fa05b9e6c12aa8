package io.github.albertner.corpus;

import java.util.Locale;

/** Which sentences and tokens of a text a tagger is scored with. */
public enum TokenChoice {
  /**
   * Those given; where there are none, those that are found, cut at the borders of gold entities
   * and joined where one spans them. No user gets such tokens.
   */
  GOLD,
  /** Those that {@code ner annotate} finds, whatever the file gives. */
  OWN;

  /** Returns the name as users write it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
