package io.github.albertner.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts, over all rows of a file, from which its column layout can be told. */
final class ColumnScan {

  static final String DOCUMENT_START = "-DOCSTART-";

  /** How CoNLL-U Plus names columns. */
  private static final Pattern GLOBAL_COLUMNS = Pattern.compile("#\\s*global\\.columns\\s*=(.*)");

  /** The rows that have one number of columns. */
  static final class Rows {
    final List<ColumnCounts> columns = new ArrayList<>();
    int count;

    private void add(List<String> cells, boolean startsBlock) {
      count++;
      for (int c = 0; c < cells.size(); c++) {
        if (c == columns.size()) {
          columns.add(new ColumnCounts());
        }
        columns.get(c).add(cells.get(c), startsBlock);
      }
    }
  }

  private final Map<ColumnSeparator, Map<Integer, Rows>> rows =
      new EnumMap<>(ColumnSeparator.class);
  private int total;
  private int blocks;
  private int tabbed;
  private LineReader.Line firstRow;
  private LineReader.Line firstUndecodable;
  private LineReader.Line header;
  private String globalColumns;

  private ColumnScan() {}

  /**
   * Looks through a file.
   *
   * @param file the file
   * @param limit greatest number of rows to look at
   * @param hasHeader whether there must be a row of column names; without that, the first row is
   *     one if it holds names that are known
   */
  static ColumnScan of(CorpusFile file, int limit, boolean hasHeader) throws IOException {
    ColumnScan scan = new ColumnScan();
    List<LineReader.Line> comments = new ArrayList<>();
    try (LineReader lines = file.lines()) {
      boolean startsBlock = true;
      LineReader.Line line;
      while (scan.total < limit && (line = lines.read()) != null) {
        if (line.isBlank() || isDocumentStart(line.text())) {
          startsBlock = true;
        } else if (!line.decodable()) {
          scan.firstUndecodable = scan.firstUndecodable == null ? line : scan.firstUndecodable;
        } else if (startsBlock && line.text().startsWith("#")) {
          scan.noteComment(line);
          if (comments.size() < limit && holdsTag(line.text())) {
            comments.add(line);
          }
        } else if (scan.isHeader(line.text(), hasHeader)) {
          scan.header = line;
        } else {
          scan.add(line, startsBlock);
          startsBlock = false;
        }
      }
    }
    // A file of "#" words only: then these are its rows.
    for (LineReader.Line line : scan.total == 0 ? comments : List.<LineReader.Line>of()) {
      scan.add(line, true);
    }
    return scan;
  }

  private void noteComment(LineReader.Line comment) {
    Matcher names = GLOBAL_COLUMNS.matcher(comment.text());
    if (globalColumns == null && total == 0 && names.matches()) {
      globalColumns = names.group(1);
    }
    String text = comment.text().replaceFirst("^#\\s*", "");
    if (isHeader(text, false) && ColumnNames.areNames(ColumnSeparator.TAB.cells(text))) {
      header = new LineReader.Line(comment.number(), text, true);
    }
  }

  /** Names come once, in the first row, unless a comment gave them. */
  private boolean isHeader(String row, boolean must) {
    return total == 0
        && header == null
        && globalColumns == null
        && (must
            || ColumnNames.areNames(ColumnSeparator.TAB.cells(row))
            || ColumnNames.areNames(ColumnSeparator.SPACES.cells(row)));
  }

  private static boolean holdsTag(String row) {
    return ColumnSeparator.SPACES.cells(row).stream()
        .anyMatch(cell -> cell.equals("O") || TagNotation.STANDARD.read(cell).isPresent());
  }

  private void add(LineReader.Line line, boolean startsBlock) {
    total++;
    blocks += startsBlock ? 1 : 0;
    firstRow = firstRow == null ? line : firstRow;
    for (ColumnSeparator separator : ColumnSeparator.values()) {
      List<String> cells = separator.cells(line.text());
      rows.computeIfAbsent(separator, s -> new LinkedHashMap<>())
          .computeIfAbsent(cells.size(), w -> new Rows())
          .add(cells, startsBlock);
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

  /** Whether an empty line or a document's start stands between rows. */
  boolean isInterrupted() {
    return blocks > 1;
  }

  /** The first row, or null if there is none. */
  LineReader.Line firstRow() {
    return firstRow;
  }

  /** The first line that is not UTF-8, or null if all are. */
  LineReader.Line firstUndecodable() {
    return firstUndecodable;
  }

  /** The names of the columns, if the file gives them. There must be a row. */
  ColumnHeader header() {
    if (globalColumns != null) {
      return new ColumnHeader(0, ColumnSeparator.SPACES.cells(globalColumns));
    }
    return header == null
        ? new ColumnHeader(0, List.of())
        : new ColumnHeader(header.number(), separator().cells(header.text()));
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
}
