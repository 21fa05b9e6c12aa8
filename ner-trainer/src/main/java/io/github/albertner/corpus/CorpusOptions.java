package io.github.albertner.corpus;

import io.github.albertner.label.TagScheme;
import java.util.Locale;
import java.util.Optional;

/**
 * How corpus files are to be read. Everything not chosen is found out from the file.
 *
 * @param format a name that {@link Corpora#formats()} lists, or {@code auto}
 * @param tokenColumn column files only: the word column, as a number from 1 or a name from the
 *     file's header, which is its first row or a {@code # global.columns = ...} line before it
 * @param tagColumn column files only: the tag column, likewise
 * @param scheme column files only: the tag scheme by which sequences are counted as repaired
 * @param skipBadLines leave out sentences with bad lines and count them, instead of stopping
 */
public record CorpusOptions(
    String format,
    Optional<String> tokenColumn,
    Optional<String> tagColumn,
    Optional<TagScheme> scheme,
    boolean skipBadLines) {

  /** The format name that means "find out". */
  public static final String AUTO = "auto";

  /** Find out everything, stop at the first bad line. */
  public static final CorpusOptions DEFAULTS =
      new CorpusOptions(AUTO, Optional.empty(), Optional.empty(), Optional.empty(), false);

  /**
   * Checks that the settings can be meant together.
   *
   * @throws IllegalArgumentException if a column is blank or less than 1, the two columns are the
   *     same, or column settings come with a format without columns
   */
  public CorpusOptions {
    format = format.toLowerCase(Locale.ROOT);
    tokenColumn = tokenColumn.map(column -> checked("token", column));
    tagColumn = tagColumn.map(column -> checked("tag", column));
    if (tokenColumn.isPresent() && tokenColumn.equals(tagColumn)) {
      throw new IllegalArgumentException(
          "expected different columns for token and tag, found " + tagColumn.get() + " for both");
    }
    boolean columns = tokenColumn.isPresent() || tagColumn.isPresent() || scheme.isPresent();
    if (columns && !format.equals(AUTO) && !format.equals(ColumnFormat.NAME)) {
      throw new IllegalArgumentException(
          "token column, tag column and tag scheme apply to the format "
              + ColumnFormat.NAME
              + ", found them with the format "
              + format);
    }
  }

  private static String checked(String what, String column) {
    String stripped = column.strip();
    if (stripped.isEmpty()
        || (stripped.matches("-?\\d+") && !stripped.matches("0*[1-9]\\d{0,5}"))) {
      throw new IllegalArgumentException(
          "expected the " + what + " column as a number from 1 or a name, found '" + column + "'");
    }
    return stripped;
  }

  /** Whether a setting is made that only column files have. */
  boolean namesColumns() {
    return tokenColumn.isPresent() || tagColumn.isPresent() || scheme.isPresent();
  }

  /**
   * These options with another format.
   *
   * @param name a format name, or {@code auto}
   * @return new options
   */
  public CorpusOptions withFormat(String name) {
    return new CorpusOptions(name, tokenColumn, tagColumn, scheme, skipBadLines);
  }

  /**
   * These options with the word column chosen.
   *
   * @param column number from 1, or name
   * @return new options
   */
  public CorpusOptions withTokenColumn(String column) {
    return new CorpusOptions(format, Optional.of(column), tagColumn, scheme, skipBadLines);
  }

  /**
   * These options with the tag column chosen.
   *
   * @param column number from 1, or name
   * @return new options
   */
  public CorpusOptions withTagColumn(String column) {
    return new CorpusOptions(format, tokenColumn, Optional.of(column), scheme, skipBadLines);
  }

  /**
   * These options with the tag scheme chosen.
   *
   * @param chosen the scheme
   * @return new options
   */
  public CorpusOptions withScheme(TagScheme chosen) {
    return new CorpusOptions(format, tokenColumn, tagColumn, Optional.of(chosen), skipBadLines);
  }

  /**
   * These options with bad lines skipped or not.
   *
   * @param skip whether to skip them
   * @return new options
   */
  public CorpusOptions withSkipBadLines(boolean skip) {
    return new CorpusOptions(format, tokenColumn, tagColumn, scheme, skip);
  }
}
