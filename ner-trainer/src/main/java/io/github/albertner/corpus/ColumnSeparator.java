package io.github.albertner.corpus;

import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of a row. */
enum ColumnSeparator {
  /** One tab; spaces around a cell do not belong to it, spaces within do. */
  TAB("tabs"),

  /** Any run of spaces and tabs. */
  SPACES("spaces");

  private final String plural;

  ColumnSeparator(String plural) {
    this.plural = plural;
  }

  /** The cells of a row, without empty ones at its end. */
  List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= row.length(); i++) {
      if (i == row.length() || separates(row.charAt(i))) {
        String cell = trim(row.substring(begin, i));
        if (this == TAB || !cell.isEmpty()) {
          cells.add(cell);
        }
        begin = i + 1;
      }
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private boolean separates(char c) {
    return c == '\t' || (this == SPACES && c == ' ');
  }

  /** Removes spaces and carriage returns only: a no-break space may be a word. */
  private static String trim(String cell) {
    int begin = 0;
    int end = cell.length();
    while (begin < end && isPadding(cell.charAt(begin))) {
      begin++;
    }
    while (end > begin && isPadding(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(begin, end);
  }

  /** Whether a character at a cell's edge does not belong to it. */
  static boolean isPadding(char c) {
    return c == ' ' || c == '\r';
  }

  @Override
  public String toString() {
    return plural;
  }
}
