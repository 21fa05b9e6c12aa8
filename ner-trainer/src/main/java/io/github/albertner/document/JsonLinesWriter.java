package io.github.albertner.document;

import com.google.gson.stream.JsonWriter;
import io.github.albertner.text.AnnotatedPassage;
import io.github.albertner.text.AnnotatedSentence;
import io.github.albertner.text.Entity;
import io.github.albertner.text.TextOffset;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes an object a line and sentence:
 *
 * <pre>{@code
 * {"source": "a.txt", "text": "Ada left.", "begin": 0, "end": 9, "codePointBegin": 0,
 *  "codePointEnd": 9, "tokens": ["Ada", "left", "."],
 *  "entities": [{"type": "person", "text": "Ada", "begin": 0, "end": 3, "codePointBegin": 0,
 *                "codePointEnd": 3, "beginToken": 0, "endToken": 1, "probability": 0.98}]}
 * }</pre>
 *
 * <p>{@code begin} and {@code end} count UTF-16 units of the input. Probabilities are rounded to
 * four decimals.
 */
final class JsonLinesWriter implements AnnotationWriter {

  private static final double DECIMALS = 1e4;

  private final Writer out;
  private String source;

  JsonLinesWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void startInput(String name) {
    source = name;
  }

  @Override
  public void write(AnnotatedPassage passage) throws IOException {
    for (AnnotatedSentence sentence : passage.sentences()) {
      write(sentence);
      out.write('\n');
    }
  }

  // The JSON writer is not closed: that would close the output.
  @SuppressWarnings("resource")
  private void write(AnnotatedSentence sentence) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    json.name("source").value(source);
    json.name("text").value(sentence.text());
    offsets(json, sentence.begin(), sentence.end());
    json.name("tokens").beginArray();
    for (String word : sentence.words()) {
      json.value(word);
    }
    json.endArray();
    json.name("entities").beginArray();
    for (Entity entity : sentence.entities()) {
      write(json, entity);
    }
    json.endArray();
    json.endObject();
  }

  private static void write(JsonWriter json, Entity entity) throws IOException {
    json.beginObject();
    json.name("type").value(entity.type());
    json.name("text").value(entity.text());
    offsets(json, entity.begin(), entity.end());
    json.name("beginToken").value(entity.beginToken());
    json.name("endToken").value(entity.endToken());
    json.name("probability").value(Math.round(entity.probability() * DECIMALS) / DECIMALS);
    json.endObject();
  }

  private static void offsets(JsonWriter json, TextOffset begin, TextOffset end)
      throws IOException {
    json.name("begin").value(begin.characters());
    json.name("end").value(end.characters());
    json.name("codePointBegin").value(begin.codePoints());
    json.name("codePointEnd").value(end.codePoints());
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
