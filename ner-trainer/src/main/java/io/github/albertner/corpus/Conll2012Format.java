package io.github.albertner.corpus;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of the CoNLL-2011 and 2012 shared tasks, with names between brackets over several rows:
 * {@code (PERSON*}, {@code *)}, {@code (GPE)}. Of names within names the outermost is read.
 */
final class Conll2012Format implements CorpusFormat {

  private static final String NAME = "conll2012";
  private static final int SAMPLE = 200;
  private static final int WORD = 3;
  private static final int NAMES = 10;
  private static final Pattern BRACKETS = Pattern.compile("(?:\\([^()*]+)*\\*?\\)*");
  private static final Pattern BRACKET = Pattern.compile("\\((?<type>[^()*]+)|\\)");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "CoNLL-2011 and 2012 (OntoNotes): names in column 11 as (PERSON* and *)";
  }

  @Override
  public Set<Content> holds() {
    return ColumnFormat.HOLDS;
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    List<LineReader.Line> rows =
        file.sample(SAMPLE).stream().filter(line -> !line.text().startsWith("#")).toList();
    long bracketed =
        rows.stream()
            .map(line -> ColumnSeparator.SPACES.cells(line.text()))
            .filter(Conll2012Format::isRow)
            .count();
    return bracketed > 0 && bracketed * 2 >= rows.size();
  }

  private static boolean isRow(List<String> cells) {
    return cells.size() > NAMES
        && ColumnCounts.isNumber(cells.get(1))
        && ColumnCounts.isNumber(cells.get(2))
        && !cells.get(NAMES).isEmpty()
        && BRACKETS.matcher(cells.get(NAMES)).matches();
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return MadeColumns.open(
        file,
        () -> {
          LineReader lines = file.lines();
          Rows rows = new Rows(file);
          return new LineReader(lines, () -> rows.made(lines.read()));
        },
        options.withColumnsFound(),
        NAME,
        "words of column 4, names of column 11");
  }

  /** Makes rows of words and tags. */
  private static final class Rows {

    private final CorpusFile file;

    /** The types of the names that have begun. */
    private final Deque<String> open = new ArrayDeque<>();

    private int begun;

    Rows(CorpusFile file) {
      this.file = file;
    }

    LineReader.Line made(LineReader.Line line) throws CorpusFormatException {
      if (line == null) {
        checkClosed();
      }
      if (line == null || !line.decodable()) {
        return line;
      }
      List<String> cells = ColumnSeparator.SPACES.cells(line.text());
      boolean comment = line.text().startsWith("#") && cells.size() <= NAMES;
      if (comment || cells.isEmpty()) {
        checkClosed();
        boolean document = line.text().startsWith("#begin document");
        return made(line, document ? ColumnScan.DOCUMENT_START : "");
      }
      return isRow(cells) ? made(line, cells.get(WORD) + "\t" + tag(line, cells.get(NAMES))) : line;
    }

    private void checkClosed() throws CorpusFormatException {
      if (!open.isEmpty()) {
        throw file.bad(
            begun,
            "(" + open.getLast() + "* without one",
            "a bracket that ends each name, such as *), in column 11 of the same sentence");
      }
    }

    private static LineReader.Line made(LineReader.Line line, String text) {
      return new LineReader.Line(line.number(), text, true);
    }

    private String tag(LineReader.Line line, String cell) throws CorpusFormatException {
      boolean begins = open.isEmpty();
      String type = begins ? null : open.getLast();
      Matcher bracket = BRACKET.matcher(cell);
      while (bracket.find()) {
        if (bracket.group("type") != null) {
          begun = open.isEmpty() ? line.number() : begun;
          open.push(bracket.group("type"));
          type = type == null ? bracket.group("type") : type;
        } else if (open.poll() == null) {
          throw file.bad(
              line.number(),
              CorpusFormatException.quote(cell),
              "a name that has begun, such as (PERSON*, before the bracket that ends it");
        }
      }
      return type == null ? "O" : (begins ? "B-" : "I-") + type;
    }
  }
}
