package io.github.albertner.standoff;

/** What can be wrong with an entity. */
enum EntityFault {
  OUTSIDE_TEXT("which is outside the text", "outside the text"),
  EMPTY("which holds no character but white space", "empty"),
  NO_LABEL("which has no label", "without label"),
  OUTSIDE_SENTENCES("which is in no sentence", "in no sentence"),
  CROSSES_SENTENCES("which crosses the border of a sentence", "across sentences"),
  NO_TOKENS("which holds no token", "without token"),
  CUTS_TOKENS("which does not begin and end with tokens", "across token borders"),
  OVERLAPS("which overlaps", "overlapping a longer one"),
  REPEATED("which is annotated twice", "annotated twice");

  private final String message;
  private final String kind;

  EntityFault(String message, String kind) {
    this.message = message;
    this.kind = kind;
  }

  /** A relative clause about the entity. */
  String message() {
    return message;
  }

  /** A few words for counting. */
  String kind() {
    return kind;
  }
}
