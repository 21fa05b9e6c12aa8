package io.github.albertner.corpus;

/** What a format may hold beside sentences' words, or instead of them, and entities. */
public enum Content {
  /** Where words and sentences begin and end. */
  WORDS("words and sentences"),
  /** Where documents begin. */
  DOCUMENTS("documents"),
  /** The text between words. */
  TEXT("text");

  private final String plural;

  Content(String plural) {
    this.plural = plural;
  }

  /** Returns what it is, in small letters. */
  @Override
  public String toString() {
    return plural;
  }
}
