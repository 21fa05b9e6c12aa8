package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A corpus file does not hold what its format allows. The message is meant for users. */
public final class CorpusFormatException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 80;

  private final String file;
  private final int line;
  private final String found;
  private final String expected;
  private final boolean skippable;

  /**
   * A bad line.
   *
   * @param file where it is
   * @param line its number, from 1; 0 for the file as a whole
   * @param found what stands there, see {@link #quote}
   * @param expected what should stand there, and where it helps what to do
   */
  public CorpusFormatException(Path file, int line, String found, String expected) {
    this(file.toString(), line, found, expected, false);
  }

  private CorpusFormatException(
      String file, int line, String found, String expected, boolean skippable) {
    super(file + (line > 0 ? ":" + line : "") + ": expected " + expected + ", found " + found);
    this.file = file;
    this.skippable = skippable;
    this.line = line;
    this.found = found;
    this.expected = expected;
  }

  /**
   * The file.
   *
   * @return its path as it was given
   */
  public String file() {
    return file;
  }

  /**
   * The line.
   *
   * @return its number, from 1, or 0 if the file as a whole is meant
   */
  public int line() {
    return line;
  }

  /**
   * What was found.
   *
   * @return the part of the message after "found"
   */
  public String found() {
    return found;
  }

  /**
   * What was expected.
   *
   * @return the part of the message after "expected"
   */
  public String expected() {
    return expected;
  }

  /** The same of a line that could have been left out. */
  CorpusFormatException asSkippable() {
    CorpusFormatException same = new CorpusFormatException(file, line, found, expected, true);
    same.initCause(this);
    return same;
  }

  /**
   * Whether {@link CorpusOptions#withSkipBadLines} would have left it out.
   *
   * @return false if the file as a whole cannot be read
   */
  public boolean skippable() {
    return skippable;
  }

  /**
   * Quotes text for a message: short, on one line, control characters made visible.
   *
   * @param text any text
   * @return at most about 80 characters in single quotes
   */
  public static String quote(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints()
        .limit(SHOWN)
        .forEach(
            c -> {
              if (c == '\t') {
                shown.append("\\t");
              } else if (Character.isISOControl(c) || c == 0xA0 || c == 0xFEFF) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "...'" : "'").toString();
  }
}
