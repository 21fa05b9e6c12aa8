package io.github.albertner.corpus;

import io.github.albertner.label.TagScheme;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How corpus files are to be read. Everything not chosen is found out from the file.
 *
 * @param format a name that {@link Corpora#formats()} lists, or {@code auto}
 * @param tokenColumn column files only: the word column, as a number from 1 or a name from the
 *     file's header, which is its first row or a {@code # global.columns = ...} line before it
 * @param tagColumn column files only: the tag column, likewise
 * @param scheme column files only: the tag scheme by which sequences are counted as repaired
 * @param encoding of all files
 * @param tokenized text without words only: a sentence a line, words between white space, instead
 *     of finding both as {@code ner annotate} does
 * @param misaligned text formats only: what to do about entities that are not whole words of one
 *     sentence; none for {@link Misaligned#OUTERMOST}
 * @param offsets text formats only: what offsets count; none for what the tools do
 * @param tokens text formats only: which tokens a tagger is scored with; none for those of the file
 *     where it gives them, otherwise own ones
 * @param tagNames files with numbers as tags only: what they mean, from 0 on
 * @param skipBadLines leave out sentences with bad lines and count them, instead of stopping
 * @param language of texts that are split, a tag such as {@code de}
 */
public record CorpusOptions(
    String format,
    Optional<String> tokenColumn,
    Optional<String> tagColumn,
    Optional<TagScheme> scheme,
    Charset encoding,
    boolean tokenized,
    Optional<Misaligned> misaligned,
    Optional<OffsetUnit> offsets,
    Optional<TokenChoice> tokens,
    List<String> tagNames,
    boolean skipBadLines,
    String language) {

  /** The format name that means "find out". */
  public static final String AUTO = "auto";

  /** Find out everything, stop at the first bad line. */
  public static final CorpusOptions DEFAULTS =
      new CorpusOptions(
          AUTO,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          StandardCharsets.UTF_8,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          "en");

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
    tagNames = List.copyOf(tagNames);
    if (tokenColumn.isPresent() && tokenColumn.equals(tagColumn)) {
      throw new IllegalArgumentException(
          "expected different columns for token and tag, found " + tagColumn.get() + " for both");
    }
    boolean columns = tokenColumn.isPresent() || tagColumn.isPresent();
    if (columns && !List.of(AUTO, ColumnFormat.NAME, CsvFormat.NAME).contains(format)) {
      throw new IllegalArgumentException(
          "token column and tag column apply to the formats "
              + ColumnFormat.NAME
              + " and "
              + CsvFormat.NAME
              + ", found them with the format "
              + format);
    }
    if (scheme.isPresent() && format.equals(NameSampleFormat.NAME)) {
      throw new IllegalArgumentException(
          "a tag scheme applies to formats with tags, found it with the format " + format);
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
    return tokenColumn.isPresent() || tagColumn.isPresent();
  }

  /** These options for columns in any places. */
  CorpusOptions withColumnsFound() {
    return new CorpusOptions(
        ColumnFormat.NAME,
        Optional.empty(),
        Optional.empty(),
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /** Whether a column is chosen by a name that the file's header must have. */
  boolean hasColumnNames() {
    return Stream.of(tokenColumn, tagColumn)
        .flatMap(Optional::stream)
        .anyMatch(column -> !ColumnCounts.isNumber(column));
  }

  /**
   * These options with another format.
   *
   * @param name a format name, or {@code auto}
   * @return new options
   */
  public CorpusOptions withFormat(String name) {
    return new CorpusOptions(
        name,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with the word column chosen.
   *
   * @param column number from 1, or name
   * @return new options
   */
  public CorpusOptions withTokenColumn(String column) {
    return new CorpusOptions(
        format,
        Optional.of(column),
        tagColumn,
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with the tag column chosen.
   *
   * @param column number from 1, or name
   * @return new options
   */
  public CorpusOptions withTagColumn(String column) {
    return new CorpusOptions(
        format,
        tokenColumn,
        Optional.of(column),
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with the tag scheme chosen.
   *
   * @param chosen the scheme
   * @return new options
   */
  public CorpusOptions withScheme(TagScheme chosen) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        Optional.of(chosen),
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with another encoding.
   *
   * @param charset of all files
   * @return new options
   */
  public CorpusOptions withEncoding(Charset charset) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        charset,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with texts taken as tokenised or not.
   *
   * @param lines whether a line is a sentence and white space separates words
   * @return new options
   */
  public CorpusOptions withTokenized(boolean lines) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        lines,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with another rule for entities that are not whole words.
   *
   * @param rule the rule
   * @return new options
   */
  public CorpusOptions withMisaligned(Misaligned rule) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        tokenized,
        Optional.of(rule),
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with the unit of offsets chosen.
   *
   * @param unit what offsets count
   * @return new options
   */
  public CorpusOptions withOffsets(OffsetUnit unit) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        tokenized,
        misaligned,
        Optional.of(unit),
        tokens,
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with the tokens chosen that a tagger is scored with.
   *
   * @param choice whose tokens
   * @return new options
   */
  public CorpusOptions withTokens(TokenChoice choice) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        Optional.of(choice),
        tagNames,
        skipBadLines,
        language);
  }

  /**
   * These options with names for tags that are numbers.
   *
   * @param names from number 0 on
   * @return new options
   */
  public CorpusOptions withTagNames(List<String> names) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        names,
        skipBadLines,
        language);
  }

  /**
   * These options with bad lines skipped or not.
   *
   * @param skip whether to skip them
   * @return new options
   */
  public CorpusOptions withSkipBadLines(boolean skip) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skip,
        language);
  }

  /**
   * These options with texts of another language.
   *
   * @param tag of the language, such as {@code de}
   * @return new options
   */
  public CorpusOptions withLanguage(String tag) {
    return new CorpusOptions(
        format,
        tokenColumn,
        tagColumn,
        scheme,
        encoding,
        tokenized,
        misaligned,
        offsets,
        tokens,
        tagNames,
        skipBadLines,
        tag);
  }
}
