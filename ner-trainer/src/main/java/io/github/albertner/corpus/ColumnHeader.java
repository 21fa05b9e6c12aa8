package io.github.albertner.corpus;

import io.github.albertner.suggest.NearestName;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The names of a file's columns.
 *
 * @param line number of the header row to pass over, or 0 if there is none
 * @param names the columns' names, empty if the file gives none
 */
record ColumnHeader(int line, List<String> names) {

  /** The place of a column, from 0. */
  int index(CorpusFile file, String column) throws CorpusFormatException {
    int index = names.indexOf(column);
    if (index < 0) {
      throw file.bad(
          Math.max(line, 1),
          names.isEmpty() ? "none" : String.join(", ", names),
          "a header that names a column '" + column + "'" + NearestName.hint(column, names));
    }
    return index;
  }

  /** The places of columns, below {@code width}, of one kind of names. */
  List<Integer> named(Predicate<String> kind, int width) {
    return IntStream.range(0, Math.min(width, names.size()))
        .filter(c -> kind.test(names.get(c)))
        .boxed()
        .toList();
  }
}
