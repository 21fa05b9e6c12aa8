package io.github.albertner.tokenize;

/**
 * Tells regular expressions that cannot run away: at most one repetition, and none of a group, so
 * that matching takes little stack and at most the square of the text's length in steps. Published
 * tokenizers of this kind have only such.
 */
final class SimpleRegex {

  private static final int MAX_CHARS = 256;

  private final String regex;
  private int at;

  private SimpleRegex(String regex) {
    this.regex = regex;
  }

  /** Whether a pattern, not necessarily a valid one, is simple. */
  static boolean is(String regex) {
    return regex.length() <= MAX_CHARS && new SimpleRegex(regex).isSimple();
  }

  private boolean isSimple() {
    int repetitions = 0;
    while (at < regex.length()) {
      switch (regex.charAt(at)) {
        case '\\' -> {
          if (!skipEscape()) {
            return false;
          }
        }
        case '[' -> {
          if (!skipClass()) {
            return false;
          }
        }
        case '(' -> {
          if (!regex.startsWith("(?<!", at) && !regex.startsWith("(?<=", at)) {
            return false;
          }
          at += "(?<!".length();
        }
        case '*', '+', '?', '{' -> {
          at++;
          repetitions++;
        }
        default -> at++;
      }
    }
    return repetitions <= 1;
  }

  /** Goes behind an escape; a quotation, {@code \Q}, would hide what follows. */
  private boolean skipEscape() {
    char kind = at + 1 < regex.length() ? regex.charAt(at + 1) : 'Q';
    at += 2;
    if ((kind == 'x' || kind == 'p' || kind == 'P' || kind == 'N') && regex.startsWith("{", at)) {
      at = regex.indexOf('}', at) + 1;
      return at > 0;
    }
    return kind != 'Q' && !Character.isDigit(kind) && kind != 'k';
  }

  /** Goes behind a character class, in which nothing repeats. */
  private boolean skipClass() {
    int depth = 0;
    do {
      switch (regex.charAt(at)) {
        case '\\' -> {
          if (!skipEscape()) {
            return false;
          }
        }
        case '[' -> {
          depth++;
          at += regex.startsWith("[^", at) ? 2 : 1;
          if (regex.startsWith("]", at)) {
            return false; // whether it ends the class is not agreed
          }
        }
        case ']' -> {
          depth--;
          at++;
        }
        default -> at++;
      }
    } while (depth > 0 && at < regex.length());
    return depth == 0;
  }
}
