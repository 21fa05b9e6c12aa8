package io.github.albertner.standoff;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;

/**
 * The records of a JSON file, one at a time: one a line (JSON Lines), or the elements of one array,
 * over as many lines as it likes.
 */
final class JsonElements implements Closeable {

  private static final TypeAdapter<JsonElement> ADAPTER = new Gson().getAdapter(JsonElement.class);

  /** A record, or what is wrong with it. */
  record Element(int line, JsonElement json, CorpusFormatException problem) {}

  private final CorpusFile file;
  private final LineReader lines;
  private final boolean array;

  // Of an array: the line that is being looked at, and how far.
  private LineReader.Line line;
  private int at;
  private boolean begun;
  private boolean ended;

  private JsonElements(CorpusFile file, LineReader lines, boolean array) {
    this.file = file;
    this.lines = lines;
    this.array = array;
  }

  /** Opens a file. An array is told by its first line, which is not a record by itself. */
  static JsonElements of(CorpusFile file) throws IOException {
    boolean array =
        file.sample(1).stream()
            .anyMatch(first -> first.text().strip().startsWith("[") && !isPair(first.text()));
    return new JsonElements(file, file.lines(), array);
  }

  /** Whether a line is {@code ["text", {...}]}, as spaCy's older training data have it. */
  private static boolean isPair(String line) {
    try {
      JsonElement element = parse(line);
      return element.isJsonArray()
          && element.getAsJsonArray().size() == 2
          && element.getAsJsonArray().get(0).isJsonPrimitive();
    } catch (IOException | JsonParseException e) {
      return false;
    }
  }

  /** The next record, or null after the last. */
  Element next() throws IOException {
    return array ? nextOfArray() : nextLine();
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
            array ? "an array of JSON records" : "a JSON record in one line");
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

  private Element nextOfArray() throws IOException {
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
          } else if (c == ']') {
            ended = true;
            at++;
            return null;
          } else if (c != ',' && !Character.isWhitespace(c)) {
            throw file.bad(
                line.number(),
                CorpusFormatException.quote(line.text().substring(at)),
                "a record, a comma or the end of the array");
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
    throw file.bad(
        first == 0 ? 1 : first,
        depth == 0 ? "the end of the file" : "a record that does not end",
        "an array of JSON records, with its closing bracket");
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
