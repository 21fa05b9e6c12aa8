package io.github.albertner.corpus;

import io.github.albertner.label.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts, over all rows of a file, from which its column layout can be told. */
final class ColumnScan {

  static final String DOCUMENT_START = "-DOCSTART-";

  /** What the cells of one column look like. */
  static final class Column {
    int tags;
    int outside;
    int positions;
    final Set<String> types = new HashSet<>();

    void add(String cell, int position) {
      Optional<Tag> tag = tag(cell);
      tags += tag.isPresent() ? 1 : 0;
      outside += tag.filter(Tag::isOutside).isPresent() ? 1 : 0;
      tag.filter(t -> !t.isOutside()).ifPresent(t -> types.add(t.type()));
      positions += isNumber(cell) && cell.equals(Integer.toString(position)) ? 1 : 0;
    }
  }

  /** The rows that have one number of columns. */
  static final class Rows {
    final List<Column> columns = new ArrayList<>();
    int count;

    void add(List<String> cells, int position) {
      count++;
      for (int c = 0; c < cells.size(); c++) {
        if (c == columns.size()) {
          columns.add(new Column());
        }
        columns.get(c).add(cells.get(c), position);
      }
    }
  }

  private final Map<ColumnSeparator, Map<Integer, Rows>> rows =
      new EnumMap<>(ColumnSeparator.class);
  private int total;
  private int tabbed;
  private LineReader.Line firstRow;
  private LineReader.Line firstUndecodable;

  private ColumnScan() {}

  /**
   * Looks through a file.
   *
   * @param file the file
   * @param limit greatest number of rows to look at
   */
  static ColumnScan of(CorpusFile file, int limit) throws IOException {
    ColumnScan scan = new ColumnScan();
    List<LineReader.Line> comments = new ArrayList<>();
    try (LineReader lines = file.lines()) {
      int position = 0;
      LineReader.Line line;
      while (scan.total < limit && (line = lines.read()) != null) {
        if (line.isBlank() || isDocumentStart(line.text())) {
          position = 0;
        } else if (!line.decodable()) {
          scan.firstUndecodable = scan.firstUndecodable == null ? line : scan.firstUndecodable;
        } else if (position == 0 && line.text().startsWith("#")) {
          if (comments.size() < limit && holdsTag(line.text())) {
            comments.add(line);
          }
        } else {
          scan.add(line, ++position);
        }
      }
    }
    // A file of "#" words only: then these are its rows.
    for (LineReader.Line line : scan.total == 0 ? comments : List.<LineReader.Line>of()) {
      scan.add(line, 1);
    }
    return scan;
  }

  private static boolean holdsTag(String row) {
    return ColumnSeparator.SPACES.cells(row).stream().anyMatch(cell -> tag(cell).isPresent());
  }

  private void add(LineReader.Line line, int position) {
    total++;
    firstRow = firstRow == null ? line : firstRow;
    for (ColumnSeparator separator : ColumnSeparator.values()) {
      List<String> cells = separator.cells(line.text());
      rows.computeIfAbsent(separator, s -> new LinkedHashMap<>())
          .computeIfAbsent(cells.size(), w -> new Rows())
          .add(cells, position);
      tabbed += separator == ColumnSeparator.TAB && cells.size() > 1 ? 1 : 0;
    }
  }

  /** Whether a row begins with the mark of a document's start. */
  static boolean isDocumentStart(String row) {
    int end = DOCUMENT_START.length();
    return row.startsWith(DOCUMENT_START)
        && (row.length() == end || row.charAt(end) == ' ' || row.charAt(end) == '\t');
  }

  /** Number of rows seen. */
  int total() {
    return total;
  }

  /** The first row, or null if there is none. */
  LineReader.Line firstRow() {
    return firstRow;
  }

  /** The first line that is not UTF-8, or null if all are. */
  LineReader.Line firstUndecodable() {
    return firstUndecodable;
  }

  /** Tabs if at least half of the rows have one between cells, otherwise spaces. */
  ColumnSeparator separator() {
    return tabbed * 2 >= total ? ColumnSeparator.TAB : ColumnSeparator.SPACES;
  }

  /** The most frequent number of columns. There must be a row. */
  int width() {
    Map<Integer, Rows> byWidth = rows.get(separator());
    int width = 0;
    for (Map.Entry<Integer, Rows> entry : byWidth.entrySet()) {
      if (width == 0 || entry.getValue().count > byWidth.get(width).count) {
        width = entry.getKey();
      }
    }
    return width;
  }

  /** The rows of that width. */
  Rows usual() {
    return rows.get(separator()).get(width());
  }

  /** The tag that a cell holds, if it does. */
  static Optional<Tag> tag(String cell) {
    // Most cells are words: spare them the exception.
    if (!cell.equals("O") && (cell.length() < 3 || cell.charAt(1) != '-')) {
      return Optional.empty();
    }
    try {
      return Optional.of(Tag.parse(cell));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a cell holds a number. */
  static boolean isNumber(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
