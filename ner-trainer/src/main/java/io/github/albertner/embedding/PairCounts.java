package io.github.albertner.embedding;

import java.io.IOException;

/**
 * How often the pieces of some rows have each piece near, in the window's units. A count beyond
 * Integer.MAX_VALUE stays there.
 */
final class PairCounts {

  private final int columns;
  private final int[] cells;

  private PairCounts(int columns, int[] cells) {
    this.columns = columns;
    this.cells = cells;
  }

  static PairCounts of(PieceFile pieces, Window window, Marginals marginals, RowFile part)
      throws IOException {
    boolean[] counted = marginals.counted();
    int columns = counted.length;
    int[] cells = new int[Math.multiplyExact(part.rows(columns), columns)];
    int[] weights = window.weights();
    try (PieceFile.Reader in = pieces.reader()) {
      while (in.next()) {
        int[] ids = in.sentence();
        int length = in.length();
        for (int i = 0; i < length; i++) {
          if (!part.holds(ids[i]) || !counted[ids[i]]) {
            continue;
          }
          int row = part.index(ids[i]) * columns;
          int last = Math.min(length - 1, i + window.size());
          for (int j = Math.max(0, i - window.size()); j <= last; j++) {
            if (j != i && counted[ids[j]]) {
              int cell = row + ids[j];
              int sum = cells[cell] + weights[Math.abs(j - i)];
              cells[cell] = sum < 0 ? Integer.MAX_VALUE : sum;
            }
          }
        }
      }
    }
    return new PairCounts(columns, cells);
  }

  /**
   * Writes the positive mutual information of the rows.
   *
   * @param terms as {@link Marginals#terms} gives them
   */
  void write(RowFile part, double[] terms) throws IOException {
    int[] found = new int[columns];
    float[] values = new float[columns];
    try (RowFile.Writer out = part.writer()) {
      for (int index = 0; index < part.rows(columns); index++) {
        int row = part.row(index);
        int size = 0;
        for (int column = 0; column < columns; column++) {
          int count = cells[index * columns + column];
          if (count > 0) {
            double information = StrictMath.log(count) - terms[row] - terms[column];
            if (information > 0) {
              found[size] = column;
              values[size++] = (float) information;
            }
          }
        }
        out.write(row, found, values, size);
      }
    }
  }
}
