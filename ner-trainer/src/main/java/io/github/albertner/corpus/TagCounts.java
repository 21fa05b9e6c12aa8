package io.github.albertner.corpus;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Counts, over cells that may be tags, from which it can be told whether they are, and how. */
public final class TagCounts {

  /** Types of syntactic chunks in the CoNLL-2000 and CoNLL-2003 shared tasks. */
  private static final Set<String> CHUNKS =
      Set.of(
          "NP", "VP", "PP", "ADJP", "ADVP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP", "NC",
          "VC", "PC");

  private static final int SEPARATORS = TagNotation.SEPARATORS.length();

  /**
   * Cells by form: prefixes by separator, then suffixes by separator. Null while there are none.
   */
  private int[] lettered;

  private final Set<String> otherOutside = new TreeSet<>();
  private long cells;
  private long outside;
  private long absent;
  private long letters;
  private long types;
  private long chunks;

  /** Starts with nothing counted. */
  public TagCounts() {}

  /**
   * Counts a cell.
   *
   * @param cell as it stands in the file
   */
  public void add(String cell) {
    cells++;
    if (TagNotation.isOutside(cell)) {
      outside++;
      absent += cell.equals("_") || cell.equals("-") ? 1 : 0;
      if (!cell.equals("O")) {
        otherOutside.add(cell);
      }
      return;
    }
    int length = cell.length();
    if (length > 2) {
      countLettered(cell.charAt(0), cell.charAt(1), cell.substring(2), 0);
      countLettered(
          cell.charAt(length - 1),
          cell.charAt(length - 2),
          cell.substring(0, length - 2),
          SEPARATORS);
    }
    letters += length == 1 && TagNotation.prefix(cell.charAt(0)) != 0 ? 1 : 0;
    if (TagNotation.isType(cell)) {
      types++;
      chunks += CHUNKS.contains(cell) ? 1 : 0;
    }
  }

  private void countLettered(char letter, char separator, String type, int offset) {
    int kind = TagNotation.SEPARATORS.indexOf(separator);
    if (kind >= 0 && TagNotation.prefix(letter) != 0 && !type.isBlank()) {
      lettered = lettered == null ? new int[2 * SEPARATORS] : lettered;
      lettered[offset + kind]++;
      chunks += CHUNKS.contains(type) ? 1 : 0;
    }
  }

  /**
   * The notation that most cells are in; types alone only where most are nothing else.
   *
   * @return the standard one if no cell is in an entity
   */
  public TagNotation notation() {
    TagNotation.Form form = TagNotation.Form.PREFIX;
    char separator = '-';
    long most = 0;
    for (int kind = 0; lettered != null && kind < 2 * SEPARATORS; kind++) {
      if (lettered[kind] > most) {
        most = lettered[kind];
        form = kind < SEPARATORS ? TagNotation.Form.PREFIX : TagNotation.Form.SUFFIX;
        separator = TagNotation.SEPARATORS.charAt(kind % SEPARATORS);
      }
    }
    long inside = cells - outside;
    if (letters > most) {
      most = letters;
      form = TagNotation.Form.LETTER;
      separator = ' ';
    }
    // A type may be a single letter, too.
    boolean few = form == TagNotation.Form.LETTER ? most * 2 <= inside : most * 2 < inside;
    if (few && types * 2 >= inside) {
      form = TagNotation.Form.TYPE;
      separator = ' ';
    }
    return new TagNotation(form, separator, List.copyOf(otherOutside));
  }

  /** Number of cells that are an entity's tag in a notation. */
  private long inside(TagNotation notation) {
    return switch (notation.form()) {
      case PREFIX -> lettered(notation, 0);
      case SUFFIX -> lettered(notation, SEPARATORS);
      case LETTER -> letters;
      case TYPE -> types;
    };
  }

  private long lettered(TagNotation notation, int offset) {
    return lettered == null
        ? 0
        : lettered[offset + TagNotation.SEPARATORS.indexOf(notation.separator())];
  }

  /** Number of cells that are tags. */
  long tags() {
    return outside + inside(notation());
  }

  /** Number of cells that are {@code O}, however written. */
  long outside() {
    return outside - absent;
  }

  /** Whether any cell is in an entity. */
  boolean hasEntities() {
    return inside(notation()) > 0;
  }

  /** Whether the tags are of syntactic chunks. */
  boolean areChunks() {
    return chunks > 0 && chunks == inside(notation());
  }

  /** Whether a fifth of the cells or more are {@code O}, which cells of other kinds never are. */
  boolean mostlyOutside() {
    return outside() * 5 >= cells && cells > 0;
  }

  /**
   * Whether most cells are tags.
   *
   * @param named whether the file itself says so, so that types may stand alone without any O
   */
  boolean areTags(boolean named) {
    TagNotation notation = notation();
    boolean plain = otherOutside.isEmpty() && outside > 0;
    boolean sure =
        switch (notation.form()) {
          case PREFIX, SUFFIX -> inside(notation) > 0 || plain;
          case LETTER, TYPE -> named || mostlyOutside();
        };
    return sure && tags() * 2 > cells;
  }
}
