package io.github.albertner.standoff;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonStreamParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The records of a JSON file, one at a time: one a line (JSON Lines), one after the other over as
 * many lines as they like, or the elements of one array; also as Python has them ({@link
 * PythonLiteral}). What a tool puts around its records is taken off ({@link JsonWrapping}).
 */
final class JsonElements implements Closeable {

  private static final TypeAdapter<JsonElement> ADAPTER = new Gson().getAdapter(JsonElement.class);

  /** A record, or what is wrong with it. */
  record Element(int line, JsonElement json, CorpusFormatException problem) {}

  /** How records stand in a file. */
  private enum Shape {
    LINES("a JSON record in one line"),
    SEQUENCE("JSON records"),
    ARRAY("an array of JSON records");

    private final String expected;

    Shape(String expected) {
      this.expected = expected;
    }
  }

  /** The lines of a file, or of what was made of it. */
  private interface Lines extends Closeable {
    LineReader.Line read() throws IOException;
  }

  private final CorpusFile file;
  private final Lines lines;
  private final Shape shape;
  private final JsonWrapping wrapping = new JsonWrapping();
  private final Deque<Element> unwrapped = new ArrayDeque<>();

  // Where records are not lines: the line that is being looked at, and how far.
  private LineReader.Line line;
  private int at;
  private boolean begun;
  private boolean ended;

  private JsonElements(CorpusFile file, Lines lines, Shape shape) {
    this.file = file;
    this.lines = lines;
    this.shape = shape;
    begun = shape != Shape.ARRAY;
  }

  /** Opens a file. */
  static JsonElements of(CorpusFile file) throws IOException {
    Optional<String> python = PythonLiteral.of(file);
    if (python.isPresent()) {
      List<String> all = python.get().lines().toList();
      List<String> first = all.stream().filter(line -> !line.isBlank()).limit(2).toList();
      return new JsonElements(file, numbered(all), shape(first));
    }
    LineReader reader = file.lines();
    Lines lines =
        new Lines() {
          @Override
          public LineReader.Line read() throws IOException {
            return reader.read();
          }

          @Override
          public void close() throws IOException {
            reader.close();
          }
        };
    return new JsonElements(
        file, lines, shape(file.sample(2).stream().map(LineReader.Line::text).toList()));
  }

  /**
   * Looks for a record that is not null.
   *
   * @param limit how many to look at
   * @return empty if there is none, or the file is not JSON
   */
  static Optional<JsonElement> first(CorpusFile file, int limit) throws IOException {
    return first(file, limit, json -> json.isJsonNull() ? null : json);
  }

  /** What can be told from the first record that tells anything. */
  static <T> Optional<T> first(CorpusFile file, int limit, Function<JsonElement, T> telling)
      throws IOException {
    try (JsonElements elements = of(file)) {
      for (int i = 0; i < limit; i++) {
        Element element = elements.next();
        if (element == null || element.json() == null) {
          return Optional.empty();
        }
        T told = telling.apply(element.json());
        if (told != null) {
          return Optional.of(told);
        }
      }
    } catch (CorpusFormatException e) {
      return Optional.empty(); // Not JSON.
    }
    return Optional.empty();
  }

  private static Lines numbered(List<String> all) {
    return new Lines() {
      private int read;

      @Override
      public LineReader.Line read() {
        return read == all.size() ? null : new LineReader.Line(++read, all.get(read - 1), true);
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  /** Tells from the first two lines. */
  private static Shape shape(List<String> lines) {
    String first = lines.isEmpty() ? "" : lines.get(0).strip();
    boolean array = first.startsWith("[");
    // An array may be one line of any length.
    Optional<JsonElement> record =
        array && !first.startsWith("\"", 1) ? Optional.empty() : tryParse(first);
    if (array && record.filter(JsonElements::isPair).isEmpty()) {
      return Shape.ARRAY;
    }
    // A record that is cut off, as the first of several lines, ends otherwise.
    boolean goesOn =
        first.matches(".*[\\[{,:]") || (lines.size() > 1 && !lines.get(1).strip().startsWith("{"));
    return record.isEmpty() && first.startsWith("{") && (goesOn || holdsSeveral(first))
        ? Shape.SEQUENCE
        : Shape.LINES;
  }

  /** Whether an object stands in a line, and another one or a comma behind it. */
  private static boolean holdsSeveral(String line) {
    if (line.endsWith(",")) {
      return tryParse(line.substring(0, line.length() - 1)).isPresent();
    }
    try {
      JsonStreamParser parser = new JsonStreamParser(line);
      return parser.next().isJsonObject() && parser.hasNext() && parser.next().isJsonObject();
    } catch (JsonParseException e) {
      return false;
    }
  }

  /** Whether a record is {@code ["text", {...}]}, as spaCy's older training data have it. */
  static boolean isPair(JsonElement element) {
    return element.isJsonArray()
        && element.getAsJsonArray().size() == 2
        && element.getAsJsonArray().get(0).isJsonPrimitive();
  }

  private static Optional<JsonElement> tryParse(String line) {
    try {
      return Optional.of(parse(line));
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  /** The next record, or null after the last. */
  Element next() throws IOException {
    while (unwrapped.isEmpty()) {
      Element element = shape == Shape.LINES ? nextLine() : nextOfMany();
      if (element == null || element.json() == null) {
        return element;
      }
      wrapping
          .unwrap(element.json())
          .forEach(json -> unwrapped.add(new Element(element.line(), json, null)));
    }
    return unwrapped.remove();
  }

  private Element nextLine() throws IOException {
    LineReader.Line next;
    do {
      next = lines.read();
    } while (next != null && next.isBlank());
    if (next == null) {
      return null;
    }
    if (!next.decodable()) {
      return new Element(next.number(), null, file.undecodable(next));
    }
    try {
      return new Element(next.number(), parse(next.text()), null);
    } catch (IOException | JsonParseException e) {
      return new Element(next.number(), null, malformed(next.number(), next.text(), e));
    }
  }

  private CorpusFormatException malformed(int number, String text, Exception cause) {
    CorpusFormatException problem =
        file.bad(
            number,
            CorpusFormatException.quote(text) + " (" + firstLine(cause.getMessage()) + ")",
            shape.expected);
    problem.initCause(cause);
    return problem;
  }

  private static String firstLine(String message) {
    return message == null ? "not JSON" : message.lines().findFirst().orElse("not JSON");
  }

  private static JsonElement parse(String text) throws IOException {
    JsonReader reader = new JsonReader(new StringReader(text));
    JsonElement element = ADAPTER.read(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("more after the record");
    }
    return element;
  }

  private Element nextOfMany() throws IOException {
    if (ended) {
      return null;
    }
    StringBuilder record = new StringBuilder();
    int depth = 0;
    int first = 0;
    boolean string = false;
    while (advance()) {
      for (; at < line.text().length(); at++) {
        char c = line.text().charAt(at);
        if (string) {
          record.append(c);
          if (c == '\\' && at + 1 < line.text().length()) {
            record.append(line.text().charAt(++at));
          } else if (c == '"') {
            string = false;
          }
        } else if (depth == 0) {
          if (c == '{' || (c == '[' && begun)) {
            depth = 1;
            first = line.number();
            record.append(c);
          } else if (c == '[') {
            begun = true;
          } else if (c == ']' && shape == Shape.ARRAY) {
            ended = true;
            at++;
            return null;
          } else if (c != ',' && !Character.isWhitespace(c)) {
            throw file.bad(
                line.number(),
                CorpusFormatException.quote(line.text().substring(at)),
                "a record, a comma or the end of " + shape.expected);
          }
        } else {
          record.append(c);
          string = c == '"';
          depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
          if (depth == 0) {
            at++;
            return parsed(first, record.toString());
          }
        }
      }
      if (depth > 0) {
        record.append('\n');
      }
    }
    if (depth == 0 && shape == Shape.SEQUENCE) {
      return null;
    }
    throw file.bad(
        first == 0 ? 1 : first,
        depth == 0 ? "the end of the file" : "a record that does not end",
        shape.expected + ", with its closing bracket");
  }

  /** Goes on to a line with something left; false at the end of the file. */
  private boolean advance() throws IOException {
    while (line == null || at >= line.text().length()) {
      line = lines.read();
      at = 0;
      if (line == null) {
        return false;
      }
      if (!line.decodable()) {
        throw file.undecodable(line);
      }
    }
    return true;
  }

  private Element parsed(int number, String text) {
    try {
      return new Element(number, parse(text), null);
    } catch (IOException | JsonParseException e) {
      return new Element(number, null, malformed(number, text, e));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
