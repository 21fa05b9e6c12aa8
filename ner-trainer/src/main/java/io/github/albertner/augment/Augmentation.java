package io.github.albertner.augment;

/** The ways of changing sentences, in the order in which they are applied. */
public enum Augmentation {
  /** Words of a segment, an entity or what lies between two, are put in another order. */
  SHUFFLE("augment-shuffle", "segments shuffled"),
  /** An entity becomes another of its type, maybe of another length. */
  MENTIONS("augment-mentions", "mentions replaced"),
  /** A word becomes another that had the same label. */
  WORDS("augment-words", "words replaced"),
  /** A sentence is written in lower case, upper case or title case. */
  CASE("augment-case", "sentences in other case"),
  /** A word gets a typing error. */
  TYPOS("augment-typos", "typos");

  private final String setting;
  private final String changes;

  Augmentation(String setting, String changes) {
    this.setting = setting;
    this.changes = changes;
  }

  /** Returns the name of the setting that has its probability. */
  public String setting() {
    return setting;
  }

  /** Returns what to call a number of changes, for people: {@code mentions replaced}. */
  public String changes() {
    return changes;
  }
}
