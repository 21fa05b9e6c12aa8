package io.github.albertner.benchmark.measure;

import java.util.ArrayList;
import java.util.List;

/** A table as Markdown has it. */
public final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table of some columns. */
  public MarkdownTable(String... columns) {
    rows.add(List.of(columns));
  }

  /**
   * Adds a row and returns this table.
   *
   * @throws IllegalArgumentException if there are not as many cells as columns
   */
  public MarkdownTable row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "expected %d cells, found %s".formatted(rows.get(0).size(), List.of(cells)));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Returns the lines of the table, each ended. */
  public String render() {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      text.append("| ").append(String.join(" | ", rows.get(r))).append(" |\n");
      if (r == 0) {
        text.append("|").append("---|".repeat(rows.get(0).size())).append('\n');
      }
    }
    return text.toString();
  }
}
