package io.github.albertner.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the cells of one column look like, counted row by row. */
final class ColumnCounts {

  /** Keys that are told apart in a column; words that look like some are no reason to keep all. */
  private static final int MOST_KEYS = 50;

  /** What may be tags, by the key that stands before them. */
  private final Map<String, TagCounts> tags = new LinkedHashMap<>(4);

  private long cells;
  private long letters;
  private long digits;
  private long spaced;
  private long spans;
  private long successors;
  private long stalls;
  private long drops;
  private long blocks;
  private long pairs;
  private long repeats;
  private String above;
  private long last = -1;

  /** Takes in the next cell. */
  void add(String cell, boolean startsBlock) {
    cells++;
    blocks += startsBlock ? 1 : 0;
    boolean number = isNumber(cell);
    letters += cell.codePoints().anyMatch(Character::isLetter) ? 1 : 0;
    digits += cell.chars().anyMatch(Character::isDigit) ? 1 : 0;
    spaced += cell.indexOf(' ') >= 0 ? 1 : 0;
    if (!startsBlock && above != null) {
      pairs++;
      // An empty cell says: as above.
      repeats += cell.equals(above) || cell.isEmpty() ? 1 : 0;
    }
    if (isSpan(cell)) {
      spans++;
    } else if (number) {
      long value = value(cell);
      drops += value < last ? 1 : 0;
      stalls += value > 1 && value == last ? 1 : 0;
      boolean first = value <= 1 && (startsBlock || last < 0 || value < last);
      successors += first || value == last + 1 ? 1 : 0;
      last = value;
    } else if (last >= 0) {
      last++; // A slip in one row does not stop the count.
    }
    above = cell.isEmpty() && above != null ? above : cell;
    addTag(cell);
  }

  private void addTag(String cell) {
    List<String> parts = TagColumn.parts(cell);
    boolean plain = false;
    for (String part : parts) {
      String key = TagColumn.key(part);
      plain |= key.isEmpty();
      if (tags.containsKey(key) || tags.size() < MOST_KEYS) {
        tags.computeIfAbsent(key, k -> new TagCounts()).add(TagColumn.value(part));
      }
    }
    if (!plain) {
      tags.computeIfAbsent("", k -> new TagCounts()).add(TagColumn.NOTHING);
    }
  }

  /** The tags that the column may hold, by key. */
  Map<String, TagCounts> tags() {
    return tags;
  }

  /** The columns of tags that are here, given this column's place and whether it is named one. */
  List<TagColumn> tagColumns(int index, boolean named) {
    List<TagColumn> found = new ArrayList<>();
    tags.forEach(
        (key, counts) -> {
          if (counts.areTags(named || ColumnNames.isTag(key))) {
            found.add(new TagColumn(index, key, counts.notation()));
          }
        });
    return found;
  }

  /** How tags are written that stand in the column without keys. */
  TagNotation notation() {
    return tags.getOrDefault("", new TagCounts()).notation();
  }

  /** Whether some cell has a letter in it. */
  boolean hasLetters() {
    return letters > 0;
  }

  /**
   * Whether most cells number the rows of a sentence, from 0 or 1. Numbers of sentences stand still
   * from row to row, and never fall.
   */
  boolean numbersRows() {
    return successors * 2 > cells - spans
        && successors > 0
        && stalls * 8 < successors
        && !(blocks == 1 && drops == 0 && repeats > 0);
  }

  /** Whether most cells are several words. */
  boolean holdsTexts() {
    return spaced * 2 > cells;
  }

  /** Whether each cell is a number of some kind. */
  boolean holdsNumbers() {
    return digits == cells && letters == 0;
  }

  /** Whether most cells say the same as the one above. */
  boolean repeats() {
    return repeats * 2 > pairs && pairs > 0;
  }

  /** Number of cells that say the same as the one above. */
  long repeated() {
    return repeats;
  }

  /**
   * Whether cells look like names of sentences: with a digit in each, repeated, and not all one.
   */
  boolean namesStretches() {
    return digits == cells && repeats > 0 && repeats * 2 >= pairs && repeats < pairs;
  }

  /** Whether a cell holds a number. */
  static boolean isNumber(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a cell is the number of a CoNLL-U row that is no word: {@code 2-3} or {@code 8.1}. */
  static boolean isSpan(String cell) {
    int at = Math.max(cell.indexOf('-'), cell.indexOf('.'));
    return at > 0 && isNumber(cell.substring(0, at)) && isNumber(cell.substring(at + 1));
  }

  /** The number in a cell, or the first of two; -1 if it is too long. */
  static long value(String cell) {
    int end = 0;
    while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
      end++;
    }
    return end == 0 || end > 18 ? -1 : Long.parseLong(cell.substring(0, end));
  }
}
