package io.github.albertner.corpus;

import io.github.albertner.suggest.NearestName;
import java.io.IOException;
import java.util.List;

/**
 * The names of a file's columns. They are looked for only if a column is chosen by name: without
 * that, a header row is a row with an illegal tag.
 *
 * @param line number of the header row to pass over, or 0 if there is none
 * @param names the columns' names, empty if none were looked for
 */
record ColumnHeader(int line, List<String> names) {

  /** Reads the header if {@code options} name a column. */
  static ColumnHeader of(CorpusFile file, ColumnSeparator separator, CorpusOptions options)
      throws IOException {
    boolean named =
        options.tokenColumn().filter(column -> !ColumnScan.isNumber(column)).isPresent()
            || options.tagColumn().filter(column -> !ColumnScan.isNumber(column)).isPresent();
    if (!named) {
      return new ColumnHeader(0, List.of());
    }
    for (LineReader.Line line : file.sample(50)) {
      if (ColumnLayouts.isGlobalColumns(line.text())) {
        String names = line.text().substring(line.text().indexOf('=') + 1);
        return new ColumnHeader(0, ColumnSeparator.SPACES.cells(names));
      }
      if (!line.text().startsWith("#")) {
        return new ColumnHeader(line.number(), separator.cells(line.text()));
      }
    }
    return new ColumnHeader(0, List.of());
  }

  /** The place of a column, from 0. */
  int index(CorpusFile file, String column) throws CorpusFormatException {
    int index = names.indexOf(column);
    if (index < 0) {
      throw file.bad(
          Math.max(line, 1),
          String.join(", ", names),
          "a header that names a column '" + column + "'" + NearestName.hint(column, names));
    }
    return index;
  }
}
