package io.github.albertner.corpus;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a column file keeps what. Columns count from 0 here, from 1 in all texts for users.
 *
 * @param separator what stands between cells
 * @param width number of columns of every row
 * @param token the word column
 * @param tag where the tags are
 * @param number the column that numbers the words of a sentence, or -1
 * @param sentence the column that says which sentence a row is from, or -1
 * @param document the column that says which document a row is from, or -1
 * @param headerLine number of the line that names the columns, or 0
 * @param furtherTags columns of tags that are not read, as those of nested entities
 */
record ColumnLayout(
    ColumnSeparator separator,
    int width,
    int token,
    TagColumn tag,
    int number,
    int sentence,
    int document,
    int headerLine,
    List<TagColumn> furtherTags) {

  /** What a line is. */
  enum Kind {
    WORD,
    /** A row of CoNLL-U for several words, or for none. */
    NO_WORD,
    DOCUMENT_START,
    COMMENT,
    BAD
  }

  /** What a line that is not blank is, given its cells and whether a sentence has begun. */
  Kind kind(String line, List<String> cells, boolean inSentence) {
    if (ColumnScan.isDocumentStart(line)
        || (cells.size() > token && cells.get(token).equals(ColumnScan.DOCUMENT_START))) {
      return Kind.DOCUMENT_START;
    }
    boolean wide = cells.size() == width;
    if (wide && number >= 0 && ColumnCounts.isSpan(cells.get(number))) {
      return Kind.NO_WORD;
    }
    boolean shaped = wide && (number < 0 || ColumnCounts.isNumber(cells.get(number)));
    if (shaped && !cells.get(token).isEmpty() && tag.tag(cells).isPresent()) {
      return Kind.WORD;
    }
    boolean prose = separator == ColumnSeparator.SPACES && line.startsWith("# ");
    return line.startsWith("#") && !inSentence && (!shaped || prose) ? Kind.COMMENT : Kind.BAD;
  }

  /** Says what is wrong with a bad row. */
  CorpusFormatException problem(CorpusFile file, LineReader.Line line, List<String> cells) {
    if (cells.size() != width) {
      return file.bad(
          line.number(),
          (cells.size() == 1 ? "1 column" : cells.size() + " columns")
              + " in "
              + CorpusFormatException.quote(line.text()),
          width + " columns separated by " + separator);
    }
    if (cells.get(token).isEmpty()) {
      return file.bad(
          line.number(),
          "an empty cell in " + CorpusFormatException.quote(line.text()),
          "a word in column " + (token + 1));
    }
    if (number >= 0 && !ColumnCounts.isNumber(cells.get(number))) {
      return file.bad(
          line.number(),
          CorpusFormatException.quote(cells.get(number)),
          "a number in column " + (number + 1));
    }
    return file.bad(
        line.number(),
        CorpusFormatException.quote(cells.get(tag.index())),
        "a tag in column " + tag + ": " + tag.notation().expectation());
  }

  @Override
  public String toString() {
    return width
        + " columns separated by "
        + separator
        + ", word "
        + (token + 1)
        + ", tag "
        + tag
        + (sentence < 0 ? "" : ", sentence " + (sentence + 1))
        + (furtherTags.isEmpty()
            ? ""
            : " (not read: tags in "
                + furtherTags.stream().map(TagColumn::toString).collect(Collectors.joining(", "))
                + ")");
  }
}
