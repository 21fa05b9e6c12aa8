package io.github.albertner.corpus;

import io.github.albertner.label.Tag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where rows have their tags: in a column, or beside other things in its cells, as in CoNLL-U's
 * last one: {@code SpaceAfter=No|name=B-LOC}.
 *
 * @param index the column, from 0
 * @param key what stands before the tag and {@code =}; empty for cells without keys, or for the
 *     part of a cell that has none
 * @param notation how tags are written
 */
record TagColumn(int index, String key, TagNotation notation) {

  private static final Pattern PAIR = Pattern.compile("([A-Za-z][A-Za-z_.]*)=(.*)");

  /** A cell that stands for nothing. */
  static final String NOTHING = "_";

  /** The parts of a cell; itself alone if it holds no pair of key and value. */
  static List<String> parts(String cell) {
    if (cell.indexOf('=') < 0) {
      return List.of(cell);
    }
    List<String> parts = List.of(cell.split("\\|"));
    return parts.stream().anyMatch(part -> !key(part).isEmpty()) ? parts : List.of(cell);
  }

  /** The key of a part, or an empty text. */
  static String key(String part) {
    return part.indexOf('=') > 0 && PAIR.matcher(part).matches()
        ? part.substring(0, part.indexOf('='))
        : "";
  }

  /** What a part holds beside its key. */
  static String value(String part) {
    return key(part).isEmpty() ? part : part.substring(part.indexOf('=') + 1);
  }

  /** The text of a row that should be a tag. */
  String text(List<String> cells) {
    List<String> found =
        parts(cells.get(index)).stream().filter(part -> key(part).equals(key)).toList();
    return switch (found.size()) {
      case 0 -> NOTHING;
      case 1 -> value(found.get(0));
      default -> cells.get(index); // Of two, neither is the tag: to be named as it stands.
    };
  }

  /** The tag of a row, if it has one. */
  Optional<Tag> tag(List<String> cells) {
    return notation.read(text(cells));
  }

  /** Returns the column for people, counted from 1. */
  @Override
  public String toString() {
    return (index + 1) + (key.isEmpty() ? "" : " (" + key + "=)");
  }
}
