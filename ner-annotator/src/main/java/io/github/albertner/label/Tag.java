package io.github.albertner.label;

import java.util.Objects;

/**
 * The tag of one word: a prefix and an entity type, written {@code B-PER}, or the outside tag
 * {@code O}.
 *
 * <p>Only the first hyphen separates, so a type may hold more: {@code B-creative-work}.
 *
 * @param prefix one of {@code O B I E S L U}; {@code L} and {@code U} are what BILOU calls {@code
 *     E} and {@code S}
 * @param type entity type; empty for {@code O} and only then
 */
public record Tag(char prefix, String type) {

  /** The tag of a word in no entity. */
  public static final Tag OUTSIDE = new Tag('O', "");

  private static final String PREFIXES = "BIESLU";

  /**
   * Checks prefix and type.
   *
   * @throws IllegalArgumentException if the prefix is unknown, or the type is blank with a prefix
   *     other than O, or the type is not empty with O
   */
  public Tag {
    Objects.requireNonNull(type, "type");
    boolean valid =
        prefix == 'O' ? type.isEmpty() : PREFIXES.indexOf(prefix) >= 0 && !type.isBlank();
    if (!valid) {
      throw new IllegalArgumentException(expectation(prefix + "-" + type));
    }
  }

  /**
   * Reads a tag as it stands in a corpus or a label map.
   *
   * @param tag text such as {@code O} or {@code I-LOC}
   * @return the tag
   * @throws IllegalArgumentException if the text is neither {@code O} nor a known prefix, a hyphen
   *     and a type
   */
  public static Tag parse(String tag) {
    if (tag.equals("O")) {
      return OUTSIDE;
    }
    if (tag.length() < 3
        || tag.charAt(1) != '-'
        || PREFIXES.indexOf(tag.charAt(0)) < 0
        || tag.substring(2).isBlank()) {
      throw new IllegalArgumentException(expectation(tag));
    }
    return new Tag(tag.charAt(0), tag.substring(2));
  }

  /**
   * Whether this is the tag of a word in no entity.
   *
   * @return true for {@code O}
   */
  public boolean isOutside() {
    return prefix == 'O';
  }

  /** Whether an entity begins at this tag whatever stands before it. */
  boolean opens() {
    return prefix == 'B' || isSingle();
  }

  /** Whether no later word can belong to this tag's entity. */
  boolean closes() {
    return prefix == 'E' || prefix == 'L' || isSingle();
  }

  private boolean isSingle() {
    return prefix == 'S' || prefix == 'U';
  }

  /** Returns the tag as it is written in corpora, {@code O} or {@code B-PER}. */
  @Override
  public String toString() {
    return isOutside() ? "O" : prefix + "-" + type;
  }

  private static String expectation(String found) {
    return "expected the tag O, or one of B- I- E- S- L- U- followed by an entity type, found '"
        + found
        + "'";
  }
}
