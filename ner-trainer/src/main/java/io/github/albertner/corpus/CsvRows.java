package io.github.albertner.corpus;

import io.github.albertner.suggest.NearestName;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file as columns between tabs.
 *
 * @param file where they are
 * @param separator of cells
 * @param header whether the first row names the columns
 * @param word the column of words, or -1 if it is not known
 * @param tag the column of tags, or -1; all columns are kept unless it is known which are needed
 * @param sentence the column that says which sentence a row is from, or -1
 * @param whole whether a row is a sentence with its tags
 */
record CsvRows(
    CorpusFile file, char separator, boolean header, int word, int tag, int sentence, boolean whole)
    implements CorpusFile.Rows {

  private static final int SAMPLE = 200;
  private static final List<Character> SEPARATORS = List.of(',', ';', '|');
  private static final Set<String> WHOLE_SENTENCES = Set.of("sentence", "sentences", "text");
  private static final Pattern TAG = Pattern.compile("O|[BIESLUM][-_].+");
  private static final Pattern ELEMENT =
      Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s,\\[\\]'\"]+)");

  /** Looks at the first rows; empty if they are not as many cells each. */
  static Optional<CsvRows> of(CorpusFile file, CorpusOptions options) throws IOException {
    String sample =
        file.sample(SAMPLE).stream().map(LineReader.Line::text).collect(Collectors.joining("\n"));
    for (char separator : SEPARATORS) {
      List<List<String>> rows = rows(sample, separator);
      Map<Integer, Integer> widths = new HashMap<>();
      rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
      int width = widths.keySet().stream().max((a, b) -> widths.get(a) - widths.get(b)).orElse(0);
      if (width > 1 && widths.get(width) * 10 >= rows.size() * 9 && rows.size() > 1) {
        return Optional.of(of(file, separator, rows, options));
      }
    }
    return Optional.empty();
  }

  /** The first rows; none if they are not CSV. */
  private static List<List<String>> rows(String sample, char separator) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = format(separator).parse(new StringReader(sample))) {
      parser.forEach(row -> rows.add(row.toList()));
    } catch (UncheckedIOException e) {
      return rows.isEmpty() ? rows : rows.subList(0, rows.size() - 1); // The sample ends in a cell.
    }
    return rows;
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreSurroundingSpaces(true)
        .setIgnoreEmptyLines(false)
        .build();
  }

  private static CsvRows of(
      CorpusFile file, char separator, List<List<String>> rows, CorpusOptions options)
      throws CorpusFormatException {
    List<String> first = rows.get(0);
    int namedWord = findWord(first);
    int word = chosen(file, first, options.tokenColumn(), namedWord);
    int namedTag = find(first, ColumnNames::isTag, word);
    int tag = chosen(file, first, options.tagColumn(), namedTag);
    int sentence = find(first, ColumnNames::isSentence, word);
    boolean named =
        namedWord >= 0
            || namedTag >= 0
            || isName(options.tokenColumn())
            || isName(options.tagColumn());
    // The first word may be "text" or "form".
    boolean header = named && first.stream().noneMatch(cell -> TAG.matcher(cell).matches());
    return new CsvRows(
        file,
        separator,
        header,
        header || options.tokenColumn().isPresent() ? word : -1,
        header || options.tagColumn().isPresent() ? tag : -1,
        header ? sentence : -1,
        word >= 0 && tag >= 0 && areSentences(rows, word, tag));
  }

  /**
   * Whether only words and tags are kept. Without a name that says so, another column may tell
   * where sentences end.
   */
  private boolean isSelected() {
    return word >= 0 && tag >= 0 && (sentence >= 0 || whole);
  }

  /** How the columns that are made are to be read. */
  CorpusOptions options(CorpusOptions options) {
    CorpusOptions found = options.withColumnsFound();
    if (isSelected()) {
      return found;
    }
    CorpusOptions words = word < 0 ? found : found.withTokenColumn(Integer.toString(word + 1));
    return tag < 0 ? words : words.withTagColumn(Integer.toString(tag + 1));
  }

  /** Whether there are rows with several words and as many tags, and few with other numbers. */
  private static boolean areSentences(List<List<String>> rows, int word, int tag) {
    int equal = 0;
    int several = 0;
    for (List<String> row : rows) {
      if (row.size() > Math.max(word, tag)) {
        int words = words(row.get(word)).size();
        equal += words == elements(row.get(tag)).size() ? 1 : 0;
        several += words == elements(row.get(tag)).size() && words > 1 ? 1 : 0;
      }
    }
    return several > 0 && equal * 2 >= rows.size();
  }

  private static int findWord(List<String> names) {
    int word = find(names, ColumnNames::isWord, -1);
    return word >= 0
        ? word
        : find(names, name -> WHOLE_SENTENCES.contains(name.strip().toLowerCase(Locale.ROOT)), -1);
  }

  /** The last column of such a name: the part of speech comes before the entity. */
  private static int find(List<String> names, Predicate<String> kind, int other) {
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      if (i != other && kind.test(names.get(i))) {
        found = i;
      }
    }
    return found;
  }

  private static boolean isName(Optional<String> column) {
    return column.filter(name -> !ColumnCounts.isNumber(name)).isPresent();
  }

  private static int chosen(CorpusFile file, List<String> first, Optional<String> column, int found)
      throws CorpusFormatException {
    if (column.isEmpty()) {
      return found;
    }
    int index = isName(column) ? first.indexOf(column.get()) : Integer.parseInt(column.get()) - 1;
    if (index < 0 || index >= first.size()) {
      throw file.bad(
          1,
          String.join(", ", first),
          "a column '" + column.get() + "'" + NearestName.hint(column.get(), first));
    }
    return index;
  }

  @Override
  public LineReader read() throws IOException {
    Reader text =
        new InputStreamReader(
            file.bytes(),
            file.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    CSVParser parser = format(separator).parse(text);
    Made made = new Made(parser);
    return new LineReader(parser, made::next);
  }

  /** The lines that are made of the rows that a parser reads. */
  private final class Made {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Deque<LineReader.Line> lines = new ArrayDeque<>();
    private String last = "";
    private long read;

    Made(CSVParser parser) {
      this.parser = parser;
      records = parser.iterator();
    }

    LineReader.Line next() throws IOException {
      while (lines.isEmpty()) {
        int number = (int) parser.getCurrentLineNumber() + 1;
        try {
          if (!records.hasNext()) {
            return null;
          }
          List<String> cells = new ArrayList<>(records.next().toList());
          if (read++ == 0) {
            cells.set(
                0, cells.get(0).startsWith("\uFEFF") ? cells.get(0).substring(1) : cells.get(0));
          }
          if (read > 1 || !header) {
            add(number, cells);
          }
        } catch (UncheckedIOException | IllegalStateException e) {
          throw problem(number, e);
        }
      }
      return lines.remove();
    }

    private void add(int number, List<String> cells) throws CorpusFormatException {
      if (cells.stream().allMatch(String::isEmpty)) {
        line(number, "");
        return;
      }
      if (!whole && word >= 0 && word < cells.size() && cells.get(word).indexOf('\n') >= 0) {
        throw file.bad(
            number,
            CorpusFormatException.quote(cells.get(word)),
            "a word without line ends; a quote that is a word is written \"\"\"\" in CSV");
      }
      if (!isSelected()) {
        cells.replaceAll(cell -> cell.replaceAll("[\t\n\r]", " "));
        line(number, String.join("\t", cells));
        return;
      }
      if (cells.size() <= Math.max(word, tag)) {
        line(number, cells.get(0)); // Too few cells, which reading columns tells of.
        return;
      }
      if (whole) {
        List<String> words = words(cells.get(word));
        List<String> tags = elements(cells.get(tag));
        for (int i = 0; i < Math.max(words.size(), tags.size()); i++) {
          line(
              number,
              (i < words.size() ? words.get(i) : "") + (i < tags.size() ? "\t" + tags.get(i) : ""));
        }
        line(number, "");
        return;
      }
      if (sentence < cells.size() && !cells.get(sentence).isEmpty()) {
        if (!cells.get(sentence).equals(last) && !last.isEmpty()) {
          line(number, "");
        }
        last = cells.get(sentence);
      }
      line(number, cells.get(word) + "\t" + cells.get(tag));
    }

    private void line(int number, String text) {
      lines.add(new LineReader.Line(number, text, true));
    }

    private CorpusFormatException problem(int number, Exception cause) throws IOException {
      if (cause.getCause() instanceof CharacterCodingException) {
        try (LineReader own = file.lines()) {
          LineReader.Line line;
          while ((line = own.read()) != null) {
            if (!line.decodable()) {
              return file.undecodable(line);
            }
          }
        }
      }
      CorpusFormatException problem =
          file.bad(
              number,
              "something else",
              "cells between '"
                  + separator
                  + "', with quotes around those that hold such, and quotes in them doubled");
      problem.initCause(cause);
      return problem;
    }
  }

  /** The words of a sentence: what is between white space, or the elements of a list. */
  private static List<String> words(String cell) {
    return cell.startsWith("[") ? elements(cell) : List.of(cell.strip().split("\\s+"));
  }

  /** The elements of {@code ['O', 'B-PER']} or {@code O,B-PER} or {@code O B-PER}. */
  private static List<String> elements(String cell) {
    List<String> elements = new ArrayList<>();
    Matcher element = ELEMENT.matcher(cell);
    while (element.find()) {
      elements.add(
          element.group(1) != null
              ? element.group(1)
              : element.group(2) != null ? element.group(2) : element.group(3));
    }
    return elements;
  }

  @Override
  public String toString() {
    return "CSV with '"
        + separator
        + (!isSelected()
            ? "'"
            : "', words of column " + (word + 1) + ", tags of column " + (tag + 1))
        + (sentence < 0 ? "" : ", sentences told by column " + (sentence + 1));
  }
}
