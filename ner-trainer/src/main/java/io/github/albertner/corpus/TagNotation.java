package io.github.albertner.corpus;

import io.github.albertner.label.Tag;
import io.github.albertner.label.TagScheme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a file writes the tags of its words: {@code B-PER}, {@code B_PER}, {@code PER-B}, {@code B}
 * or {@code PER}. Told from all tags of the file by {@link TagCounts}.
 *
 * @param form what a tag is made of
 * @param separator what stands between letter and type; a space where nothing does
 * @param outside what the file writes beside {@code O} for words in no entity, in order
 */
public record TagNotation(Form form, char separator, List<String> outside) {

  /** What a tag is made of. */
  public enum Form {
    /** A letter, a separator and the type: {@code B-PER}. */
    PREFIX,
    /** The type, a separator and a letter: {@code PER-B}. */
    SUFFIX,
    /** A letter only: {@code B}. */
    LETTER,
    /** The type only, known as IO: words of one type side by side are one entity. */
    TYPE
  }

  /** {@code O} and {@code B-PER}. */
  public static final TagNotation STANDARD = new TagNotation(Form.PREFIX, '-', List.of());

  /** What may stand between letter and type. */
  static final String SEPARATORS = "-_:/";

  /** The type of entities whose tags name none, as OpenNLP calls it. */
  static final String UNTYPED = "default";

  private static final Set<String> OUTSIDE = Set.of("O", "o", "0", "_", "-");
  private static final String LETTERS = "BIESLU";

  /** Copies the list. */
  public TagNotation {
    outside = List.copyOf(outside);
  }

  /** Whether a cell is one of the ways to write {@code O}. */
  static boolean isOutside(String cell) {
    return OUTSIDE.contains(cell);
  }

  /**
   * Reads a tag.
   *
   * @param cell text such as {@code B-PER}
   * @return the tag in this project's terms: {@code M} is an {@code I}, {@code W} an {@code S}, a
   *     type alone an {@code I}; empty if the cell is no tag in this notation
   */
  public Optional<Tag> read(String cell) {
    if (isOutside(cell)) {
      return Optional.of(Tag.OUTSIDE);
    }
    String last = cell.substring(cell.lastIndexOf(' ') + 1);
    boolean several =
        last.length() < cell.length()
            && (last.equals("O") || (form != Form.TYPE && single(last).isPresent()));
    return several ? Optional.empty() : single(cell); // A type may be several words.
  }

  private Optional<Tag> single(String cell) {
    int length = cell.length();
    return switch (form) {
      case PREFIX ->
          length > 2 && cell.charAt(1) == separator
              ? tag(cell.charAt(0), cell.substring(2))
              : Optional.empty();
      case SUFFIX ->
          length > 2 && cell.charAt(length - 2) == separator
              ? tag(cell.charAt(length - 1), cell.substring(0, length - 2))
              : Optional.empty();
      case LETTER -> length == 1 ? tag(cell.charAt(0), UNTYPED) : Optional.empty();
      case TYPE -> isType(cell) ? Optional.of(new Tag('I', cell)) : Optional.empty();
    };
  }

  private static Optional<Tag> tag(char letter, String type) {
    char prefix = prefix(letter);
    return prefix == 0 || type.isBlank() ? Optional.empty() : Optional.of(new Tag(prefix, type));
  }

  /** The prefix that a letter stands for, of whichever case, or 0. */
  static char prefix(char letter) {
    char large = letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
    return switch (large) {
      case 'M' -> 'I'; // BMES: the middle
      case 'W' -> 'S'; // BMEWO: a whole entity
      default -> LETTERS.indexOf(large) >= 0 ? large : 0;
    };
  }

  /** Whether a cell could be a type that stands alone: {@code PER}, but not {@code B+PER}. */
  static boolean isType(String cell) {
    int length = cell.length();
    if (length == 0 || !Character.isLetter(cell.codePointAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = cell.charAt(i);
      if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && " _-./&".indexOf(c) < 0) {
        return false;
      }
    }
    // Half a tag of another notation: every scheme has B or I.
    boolean halfTag =
        "BIbi".indexOf(cell.charAt(0)) >= 0
            && (length == 1 || !Character.isLetterOrDigit(cell.charAt(1)));
    boolean halfTagAtEnd =
        length > 2
            && cell.charAt(length - 2) == '.'
            && "BIbi".indexOf(cell.charAt(length - 1)) >= 0;
    return !halfTag && !halfTagAtEnd;
  }

  /**
   * Says what tags there may be, for messages.
   *
   * @return such as {@code O, or one of B- I- E- S- L- U- with an entity type}
   */
  public String expectation() {
    return switch (form) {
      case PREFIX -> "O, or one of " + letters("%c" + separator) + " with an entity type";
      case SUFFIX -> "O, or an entity type with one of " + letters(separator + "%c");
      case LETTER -> "O, or one of " + letters("%c");
      case TYPE -> "O, or an entity type of letters and digits";
    };
  }

  private static String letters(String pattern) {
    return LETTERS
        .chars()
        .mapToObj(letter -> pattern.replace("%c", Character.toString(letter)))
        .collect(Collectors.joining(" "));
  }

  /**
   * Names the scheme of tags in this notation, for people.
   *
   * @param scheme of the tags as {@link #read} gives them
   * @return its name, and what is unusual about the way it is written
   */
  public String describe(TagScheme scheme) {
    String name =
        switch (form) {
          case PREFIX -> scheme + (separator == '-' ? "" : " written as B" + separator + "PER");
          case SUFFIX -> scheme + " written as PER" + separator + "B";
          case LETTER -> scheme + " without types (read as the type " + UNTYPED + ")";
          case TYPE -> "IO (types only: neighbours of one type are one entity)";
        };
    return outside.isEmpty() ? name : name + ", " + String.join(" and ", outside) + " read as O";
  }
}
