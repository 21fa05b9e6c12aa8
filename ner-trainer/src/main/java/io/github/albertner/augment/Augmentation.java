package io.github.albertner.augment;

/** The ways of changing sentences, in the order in which they are applied. */
public enum Augmentation {
  /** An entity becomes another of its type, maybe of another length. */
  MENTIONS("augment-mentions", "mentions replaced"),
  /** A sentence is written in lower case, upper case or title case. */
  CASE("augment-case", "sentences in other case");

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
