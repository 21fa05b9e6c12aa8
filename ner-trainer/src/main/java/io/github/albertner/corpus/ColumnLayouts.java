package io.github.albertner.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Tells a file's column layout from what was counted in it and what the user chose.
 *
 * <ul>
 *   <li>A column that numbers the rows of each sentence holds no words.
 *   <li>Sentences change with the column that is named after them, or in a file without empty lines
 *       and numbers of words with one whose cells repeat.
 *   <li>Tags are in a column most of whose cells are some: one with entities before one without,
 *       letters with types before types alone, entities before chunks, one that is named so before
 *       others, the first of several.
 *   <li>Words are in the column that is named so; otherwise in the first one left that is no column
 *       of numbers and does not repeat from row to row.
 * </ul>
 */
final class ColumnLayouts {

  private static final int NONE = -1;

  private final CorpusFile file;
  private final ColumnScan scan;
  private final ColumnHeader header;
  private final int width;
  private final List<ColumnCounts> columns;
  private final int number;
  private final int sentence;
  private final int document;

  private ColumnLayouts(CorpusFile file, ColumnScan scan) {
    this.file = file;
    this.scan = scan;
    header = scan.header();
    width = scan.width();
    columns = scan.usual().columns;
    document = header.named(ColumnNames::isDocument, width).stream().findFirst().orElse(NONE);
    int named = header.named(ColumnNames::isSentence, width).stream().findFirst().orElse(NONE);
    number = first(c -> c != named && c != document && columns.get(c).numbersRows()).orElse(NONE);
    boolean toldOtherwise = named != NONE || number != NONE || scan.isInterrupted();
    sentence = toldOtherwise ? named : repeating();
  }

  private Optional<Integer> first(IntPredicate condition) {
    return IntStream.range(0, width).filter(condition).boxed().findFirst();
  }

  /** Of columns that could name sentences, the one that changes most often. */
  private int repeating() {
    return IntStream.range(0, width)
        .filter(c -> c != document && columns.get(c).namesStretches())
        .boxed()
        .min(Comparator.comparing(c -> columns.get(c).repeated()))
        .orElse(NONE);
  }

  /**
   * Whether a file has rows of columns, at least half of them of one width, and either tags or what
   * should be some: a column of a header's or one with {@code O}.
   */
  static boolean recognises(CorpusFile file, ColumnScan scan) {
    if (scan.total() == 0 || scan.width() < 2 || scan.usual().count * 2 < scan.total()) {
      return false;
    }
    ColumnLayouts layouts = new ColumnLayouts(file, scan);
    return !layouts.tagColumns(NONE).isEmpty()
        || !layouts.header.named(ColumnNames::isTag, layouts.width).isEmpty()
        || layouts.first(c -> layouts.plainTags(c).mostlyOutside()).isPresent();
  }

  /**
   * Whether a file that no format recognises has columns all the same, so that it can be said which
   * cell is not understood: nearly all rows, of several, are of one width.
   */
  static boolean couldBeColumns(ColumnScan scan) {
    return scan.total() > 1 && scan.width() > 1 && scan.usual().count * 10L >= scan.total() * 9L;
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
    ColumnLayouts layouts = new ColumnLayouts(file, scan);
    int token = layouts.chosen(options.tokenColumn().orElse(""));
    int tag = layouts.chosen(options.tagColumn().orElse(""));
    if (layouts.width < 2) {
      throw file.bad(
          scan.firstRow().number(),
          CorpusFormatException.quote(scan.firstRow().text()),
          "at least two columns, one of tags such as O, B-PER, I-PER");
    }
    return layouts.layout(token, tag);
  }

  private ColumnLayout layout(int chosenToken, int chosenTag) throws IOException {
    int token = chosenToken;
    if (token == NONE) {
      token =
          header.named(ColumnNames::isWord, width).stream()
              .filter(c -> c != chosenTag)
              .findFirst()
              .orElse(NONE);
    }
    List<TagColumn> found = tagColumns(token);
    TagColumn tag = chosenTag == NONE ? tagColumn(found, token) : tagColumnAt(chosenTag);
    if (token == NONE) {
      token = tokenColumn(tag.index(), found);
    }
    if (token == tag.index()) {
      throw new IllegalArgumentException(
          "expected different columns for token and tag, found column "
              + (token + 1)
              + " for both");
    }
    int words = token;
    // Words may have spaces in them. Beside two numbers they are texts with an entity's offsets.
    if (columns.get(words).holdsTexts()
        && IntStream.range(0, width)
                .filter(c -> c != sentence && c != document && columns.get(c).holdsNumbers())
                .count()
            > 1) {
      throw firstCell(
          words,
          cell -> cell.indexOf(' ') >= 0,
          "a word in column "
              + (words + 1)
              + " (offsets in texts are read from JSON such as {\"text\": \"Ada left\","
              + " \"entities\": [[0, 3, \"PER\"]]})");
    }
    List<TagColumn> further =
        chosenTag == NONE
            ? found.stream()
                .filter(c -> c.index() != words && !c.equals(tag) && rank(c) == 0)
                .toList()
            : List.of();
    return new ColumnLayout(
        scan.separator(),
        width,
        token,
        tag,
        other(number, token, tag),
        other(sentence, token, tag),
        other(document, token, tag),
        header.line(),
        further);
  }

  private static int other(int column, int token, TagColumn tag) {
    return column == token || column == tag.index() ? NONE : column;
  }

  private int chosen(String column) throws IOException {
    if (column.isEmpty()) {
      return NONE;
    }
    if (!ColumnCounts.isNumber(column)) {
      return header.index(file, column);
    }
    int index = Integer.parseInt(column) - 1;
    if (index >= width) {
      throw file.bad(
          scan.firstRow().number(),
          width + " in most rows, as in " + CorpusFormatException.quote(scan.firstRow().text()),
          "at least " + column + " columns, as chosen");
    }
    return index;
  }

  /** Columns that look like tags. */
  private List<TagColumn> tagColumns(int token) {
    List<Integer> named = header.named(ColumnNames::isTag, width);
    List<TagColumn> found = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      if (c != token && c != number && c != sentence && c != document) {
        found.addAll(columns.get(c).tagColumns(c, named.contains(c)));
      }
    }
    return found;
  }

  private TagCounts counts(TagColumn column) {
    return columns.get(column.index()).tags().get(column.key());
  }

  private TagCounts plainTags(int column) {
    return columns.get(column).tags().getOrDefault("", new TagCounts());
  }

  /** 0 for a column of entities, more for those that are less likely to be what is wanted. */
  private int rank(TagColumn column) {
    TagCounts counts = counts(column);
    if (!counts.hasEntities()) {
      return 2;
    }
    if (counts.areChunks()) {
      return 3;
    }
    return column.notation().form() == TagNotation.Form.TYPE && column.key().isEmpty() ? 1 : 0;
  }

  private TagColumn tagColumn(List<TagColumn> found, int token) throws IOException {
    List<Integer> named = header.named(ColumnNames::isTag, width);
    if (found.isEmpty()) {
      if (named.isEmpty()) {
        throw noTags(token);
      }
      return tagColumnAt(named.get(named.size() - 1));
    }
    long taggable =
        IntStream.range(0, width)
            .filter(c -> c != number && c != sentence && c != document)
            .count();
    boolean wordsLookLikeTags =
        token == NONE && found.stream().map(TagColumn::index).distinct().count() == taggable;
    Comparator<TagColumn> order =
        wordsLookLikeTags
            ? Comparator.<TagColumn>comparingLong(c -> -counts(c).tags())
                .thenComparing(c -> -c.index())
            : Comparator.<TagColumn, Integer>comparing(this::rank)
                .thenComparing(c -> !named.contains(c.index()));
    return found.stream().min(order).orElseThrow();
  }

  /** A column that must have tags, whether it looks like it or not. */
  private TagColumn tagColumnAt(int index) {
    List<TagColumn> found = columns.get(index).tagColumns(index, true);
    return found.stream()
        .min(Comparator.comparing(this::rank))
        .orElseGet(() -> new TagColumn(index, "", plainTags(index).notation()));
  }

  private int tokenColumn(int tag, List<TagColumn> found) {
    List<Integer> tags = found.stream().map(TagColumn::index).toList();
    return IntStream.range(0, width)
        .filter(c -> c != tag)
        .boxed()
        .min(
            Comparator.comparing((Integer c) -> c == number)
                .thenComparing(c -> c == sentence || c == document)
                .thenComparing(tags::contains)
                .thenComparing(c -> !columns.get(c).hasLetters())
                .thenComparing(c -> columns.get(c).repeats()))
        .orElseThrow();
  }

  /** Names the first cell that should be a tag, in the column with most O or the last one. */
  private CorpusFormatException noTags(int token) throws IOException {
    int column =
        IntStream.range(0, width)
            .filter(c -> c != token && c != number && c != sentence && c != document)
            .boxed()
            .max(
                Comparator.<Integer>comparingLong(
                        c -> columns.get(c).hasLetters() ? plainTags(c).outside() : 0)
                    .thenComparing(c -> c))
            .orElse(width - 1);
    return firstCell(
        column,
        cell -> TagNotation.STANDARD.read(cell).isEmpty(),
        "a tag in column "
            + (column + 1)
            + ": "
            + TagNotation.STANDARD.expectation()
            + " (no column holds tags; --tag-column on the command line chooses one)");
  }

  /** What is wrong with the first cell of a column of which something holds. */
  private CorpusFormatException firstCell(int column, Predicate<String> condition, String expected)
      throws IOException {
    try (LineReader lines = file.lines()) {
      LineReader.Line line;
      while ((line = lines.read()) != null) {
        List<String> cells = scan.separator().cells(line.text());
        if (line.number() >= scan.firstRow().number()
            && cells.size() == width
            && condition.test(cells.get(column))) {
          return file.bad(line.number(), CorpusFormatException.quote(cells.get(column)), expected);
        }
      }
    }
    return file.bad(scan.firstRow().number(), "none", expected);
  }
}
