package io.github.albertner.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells a file's column layout from what was counted in it and what the user chose. */
final class ColumnLayouts {

  private static final String GLOBAL_COLUMNS = "#\\s*global\\.columns\\s*=.*";
  private static final int NONE = -1;

  /** Types of syntactic chunks in the CoNLL-2000 and CoNLL-2003 shared tasks. */
  private static final Set<String> CHUNKS =
      Set.of(
          "NP", "VP", "PP", "ADJP", "ADVP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP", "NC",
          "VC", "PC");

  private ColumnLayouts() {}

  /** Whether rows of a usual width with a tag column make up at least half of what was counted. */
  static boolean recognises(ColumnScan scan) {
    return scan.total() > 0
        && scan.width() > 1
        && scan.usual().count * 2 >= scan.total()
        && tagColumn(scan.usual(), NONE, numberColumn(scan.usual())).isPresent();
  }

  /**
   * The layout of a file.
   *
   * @param file the file
   * @param scan counted over all of it, with at least one row
   * @param options the columns chosen
   * @throws CorpusFormatException if a column is not there or cannot be found out
   */
  static ColumnLayout of(CorpusFile file, ColumnScan scan, CorpusOptions options)
      throws IOException {
    ColumnHeader header = ColumnHeader.of(file, scan.separator(), options);
    ColumnScan.Rows rows = scan.usual();
    int number = numberColumn(rows);
    int token = chosen(file, scan, header, options.tokenColumn().orElse(""));
    int tag = chosen(file, scan, header, options.tagColumn().orElse(""));
    boolean tagFound = tag == NONE;
    if (tagFound) {
      tag = tagColumn(rows, token, number).orElse(NONE);
    }
    if (tag == NONE || scan.width() < 2) {
      throw file.bad(
          scan.firstRow().number(),
          CorpusFormatException.quote(scan.firstRow().text()),
          "at least two columns, one of tags such as O, B-PER, I-PER; if there is one, choose it"
              + " as the tag column");
    }
    if (token == NONE) {
      token = tokenColumn(rows, tag, number);
    }
    if (token == tag) {
      throw new IllegalArgumentException(
          "expected different columns for token and tag, found column " + (tag + 1) + " for both");
    }
    return new ColumnLayout(
        scan.separator(),
        scan.width(),
        token,
        tag,
        number == token || number == tag ? NONE : number,
        NONE,
        header.line(),
        tagFound ? furtherTags(rows, List.of(token, tag, number)) : List.of());
  }

  private static int chosen(CorpusFile file, ColumnScan scan, ColumnHeader header, String column)
      throws IOException {
    if (column.isEmpty()) {
      return NONE;
    }
    if (!ColumnScan.isNumber(column)) {
      return header.index(file, column);
    }
    int index = Integer.parseInt(column) - 1;
    if (index >= scan.width()) {
      throw file.bad(
          scan.firstRow().number(),
          scan.width()
              + " in most rows, as in "
              + CorpusFormatException.quote(scan.firstRow().text()),
          "at least " + column + " columns, as chosen");
    }
    return index;
  }

  private static int numberColumn(ColumnScan.Rows rows) {
    return IntStream.range(0, rows.columns.size())
        .filter(c -> rows.columns.get(c).positions * 2 > rows.count)
        .findFirst()
        .orElse(NONE);
  }

  /** Columns of entities beside the one that was found: not those of chunks. */
  private static List<Integer> furtherTags(ColumnScan.Rows rows, List<Integer> read) {
    return IntStream.range(0, rows.columns.size())
        .filter(c -> !read.contains(c) && rows.columns.get(c).tags * 2 > rows.count)
        .filter(c -> !CHUNKS.containsAll(rows.columns.get(c).types))
        .boxed()
        .toList();
  }

  private static OptionalInt tagColumn(ColumnScan.Rows rows, int token, int number) {
    List<Integer> tags = new ArrayList<>();
    for (int c = 0; c < rows.columns.size(); c++) {
      if (c != token && c != number && rows.columns.get(c).tags * 2 > rows.count) {
        tags.add(c);
      }
    }
    if (tags.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean wordsLookLikeTags =
        token == NONE && tags.size() == rows.columns.size() - (number == NONE ? 0 : 1);
    return OptionalInt.of(wordsLookLikeTags ? mostTags(rows, tags) : outermost(rows, tags));
  }

  /** Of columns that all look like tags, the one that does so most; of equal ones the last. */
  private static int mostTags(ColumnScan.Rows rows, List<Integer> tags) {
    List<Integer> lastFirst = new ArrayList<>(tags);
    Collections.reverse(lastFirst);
    return Collections.max(lastFirst, Comparator.comparing(c -> rows.columns.get(c).tags));
  }

  private static int outermost(ColumnScan.Rows rows, List<Integer> tags) {
    List<Integer> used = tags.stream().filter(c -> !rows.columns.get(c).types.isEmpty()).toList();
    int best = used.isEmpty() ? tags.get(0) : used.get(0);
    for (int c : used) {
      if (CHUNKS.containsAll(rows.columns.get(best).types)) {
        best = c;
      }
    }
    return best;
  }

  private static int tokenColumn(ColumnScan.Rows rows, int tag, int number) {
    return IntStream.range(0, rows.columns.size())
        .filter(c -> c != tag)
        .boxed()
        .min(
            Comparator.comparing((Integer c) -> c == number)
                .thenComparing(c -> rows.columns.get(c).tags * 2 > rows.count))
        .orElseThrow();
  }

  /** Whether a line names columns as CoNLL-U Plus does. */
  static boolean isGlobalColumns(String line) {
    return line.matches(GLOBAL_COLUMNS);
  }
}
