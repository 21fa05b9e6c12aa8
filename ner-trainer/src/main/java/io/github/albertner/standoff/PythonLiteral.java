package io.github.albertner.standoff;

import com.google.gson.JsonPrimitive;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.LineReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Data as Python programs hold or print them, such as {@code TRAIN_DATA = [("Ada left.",
 * {"entities": [(0, 3, "PER")]})]}, as JSON. Every line end of the file stays where it is, so that
 * numbers of lines are those of the file.
 */
final class PythonLiteral {

  private static final int SAMPLE = 50;

  /** What may precede the data: comments, imports, the name that they get. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:\\s++|#[^\\n]*+\\n|(?:import|from) [^\\n]*+\\n)*+(?<name>\\w++(?:\\s*+:[^=\\n]*+)?\\s*+=\\s*+)?");

  /** The data of a program that does other things before. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "^\\w++\\s*+(?::[^=\\n]*+)?=\\s*+(?=\\[\\s*+(?:#[^\\n]*+\\s*+)*+[\\[({])",
          Pattern.MULTILINE);

  /** A tuple, or the first string between single quotes: JSON has neither. */
  private static final Pattern NOT_JSON =
      Pattern.compile(
          "\\[\\s*+(?:#[^\\n]*+\\s*+)*+\\(|\\(\\s*+[urb]{0,2}['\"]|[\\[({\\s]++[urb]{0,2}'");

  private static final Pattern STRING =
      Pattern.compile("(?i)(?<prefix>[urbf]{0,2})(?<quote>\'\'\'|\"\"\"|\'|\")");

  private static final Pattern BLANK = Pattern.compile("(?:\\s++|\\\\\\n|#[^\\n]*+)*+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*+");
  private static final Pattern CODE = Pattern.compile("(?i)[xuU0-7][0-9a-f]*+");

  private static final Map<String, String> WORDS =
      Map.of("None", "null", "True", "true", "False", "false");

  private static final Map<Character, String> ESCAPES =
      Map.ofEntries(
          Map.entry('n', "\n"),
          Map.entry('t', "\t"),
          Map.entry('r', "\r"),
          Map.entry('a', "\u0007"),
          Map.entry('b', "\b"),
          Map.entry('f', "\f"),
          Map.entry('v', "\u000B"),
          Map.entry('\n', ""),
          Map.entry('\\', "\\"),
          Map.entry('\'', "'"),
          Map.entry('"', "\""));

  private final String source;
  private final boolean assigned;
  private final StringBuilder json = new StringBuilder();
  private int at;

  private PythonLiteral(String source, int at, boolean assigned) {
    this.source = source;
    this.at = at;
    this.assigned = assigned;
  }

  /**
   * The data of a file as JSON.
   *
   * @return empty if the file does not look like Python, or holds more than data
   */
  static Optional<String> of(CorpusFile file) throws IOException {
    boolean program = file.path().toString().endsWith(".py");
    String head =
        file.sample(SAMPLE).stream().map(LineReader.Line::text).collect(Collectors.joining("\n"));
    if (!program && !begins(head)) {
      return Optional.empty();
    }
    String text = file.text(file.path());
    Matcher before = BEFORE.matcher(text);
    if (before.lookingAt() && begins(text)) {
      return new PythonLiteral(text, before.end(), before.group("name") != null).translate();
    }
    Matcher list = ASSIGNED.matcher(text);
    return program && list.find()
        ? new PythonLiteral(text, list.end(), true).translate()
        : Optional.empty();
  }

  /** Whether a text begins with data that is no JSON. */
  private static boolean begins(String text) {
    Matcher before = BEFORE.matcher(text);
    if (!before.lookingAt() || before.end() == text.length()) {
      return false;
    }
    boolean named = before.group("name") != null && text.charAt(before.end()) == '[';
    return named || NOT_JSON.matcher(text).region(before.end(), text.length()).lookingAt();
  }

  /** The JSON, or none at a word that stands for something else. */
  private Optional<String> translate() {
    json.append("\n".repeat((int) source.substring(0, at).chars().filter(c -> c == '\n').count()));
    int depth = 0;
    do {
      char c = source.charAt(at);
      Matcher string = matcher(STRING);
      if (Character.isWhitespace(c) || c == '#' || c == '\\') {
        skipBlank();
      } else if ("urbfURBF'\"".indexOf(c) >= 0 && string.lookingAt()) {
        strings(string);
      } else if (Character.isLetter(c) || c == '_') {
        Matcher word = matcher(WORD);
        String value = word.lookingAt() ? WORDS.get(word.group()) : null;
        if (value == null) {
          return Optional.empty();
        }
        json.append(value);
        at = word.end();
      } else {
        at++;
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        if (c != ',' || !isLastComma()) {
          json.append(c == '(' ? '[' : c == ')' ? ']' : c);
        }
      }
      // What a program does after its list is not data.
    } while (at < source.length() && (depth > 0 || !assigned));
    return Optional.of(json.toString());
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(source).region(at, source.length());
  }

  /** Goes on behind white space and comments, of which line ends are kept. */
  private void skipBlank() {
    Matcher blank = matcher(BLANK);
    int end = blank.lookingAt() && blank.end() > at ? blank.end() : at + 1;
    source.substring(at, end).chars().filter(c -> c == '\n').forEach(c -> json.append('\n'));
    json.append(' ');
    at = end;
  }

  /** Whether a bracket closes after a comma, which JSON does not allow. */
  private boolean isLastComma() {
    Matcher blank = matcher(BLANK);
    int next = blank.lookingAt() ? blank.end() : at;
    return next < source.length() && ")]}".indexOf(source.charAt(next)) >= 0;
  }

  /** Strings that follow one another are one. */
  private void strings(Matcher first) {
    StringBuilder value = new StringBuilder();
    int begin = at;
    Matcher string = first;
    do {
      at = string.end();
      string(string.group("quote"), string.group("prefix").toLowerCase(Locale.ROOT), value);
      Matcher blank = matcher(BLANK);
      int next = blank.lookingAt() ? blank.end() : at;
      string = STRING.matcher(source).region(next, source.length());
    } while (string.lookingAt());
    json.append(new JsonPrimitive(value.toString()));
    source.substring(begin, at).chars().filter(c -> c == '\n').forEach(c -> json.append('\n'));
  }

  private void string(String quote, String prefix, StringBuilder value) {
    while (at < source.length() && !source.startsWith(quote, at)) {
      char c = source.charAt(at++);
      if (c == '\\' && at < source.length() && prefix.indexOf('r') < 0) {
        escape(value);
      } else {
        value.append(c);
      }
    }
    at = Math.min(source.length(), at + quote.length());
  }

  private void escape(StringBuilder value) {
    char c = source.charAt(at);
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    int end = Math.min(source.length(), at + 1 + digits);
    Matcher code = CODE.matcher(source).region(at, end);
    if (digits > 0 && code.matches() && end == at + 1 + digits) {
      long point = Long.parseLong(source.substring(at + 1, end), 16);
      value.append(point <= Character.MAX_CODE_POINT ? Character.toString((int) point) : "\uFFFD");
      at = end;
    } else if (ESCAPES.containsKey(c)) {
      value.append(ESCAPES.get(c));
      at++;
    } else {
      value.append('\\'); // As Python leaves it.
    }
  }
}
