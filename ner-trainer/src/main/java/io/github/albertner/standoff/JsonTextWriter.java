package io.github.albertner.standoff;

import com.google.gson.stream.JsonWriter;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.Spacing;
import io.github.albertner.corpus.WritingStyle;
import io.github.albertner.text.CharRange;
import io.github.albertner.text.SentenceRange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a JSON record a line, as a tool imports it. Beside what the tool knows each has {@code
 * tokens} and {@code sents}, and sentences {@code document_id}, which the tools keep and we read:
 * so words and documents are not lost.
 */
final class JsonTextWriter implements CorpusWriter {

  private final Writer out;
  private final JsonKind kind;
  private final WritingStyle.Unit unit;
  private WrittenText text = new WrittenText();
  private long sentences;
  private long documents;

  JsonTextWriter(Writer out, JsonKind kind, WritingStyle.Unit unit) {
    this.out = out;
    this.kind = kind;
    this.unit = unit;
  }

  @Override
  public void write(Sentence sentence) throws IOException {
    write(sentence, Optional.empty());
  }

  @Override
  public void write(Sentence sentence, Optional<Spacing> spacing) throws IOException {
    text.check(sentence);
    boolean starts = sentence.startsDocument() || sentences == 0;
    if (starts || unit == WritingStyle.Unit.SENTENCE) {
      flush();
    }
    documents += starts ? 1 : 0;
    text.add(
        sentence,
        unit == WritingStyle.Unit.SENTENCE ? spacing.map(JsonTextWriter::inner) : spacing);
    sentences++;
  }

  /** What stands between words, without what stands around the sentence. */
  private static Spacing inner(Spacing spacing) {
    int last = spacing.gaps().size() - 1;
    List<String> gaps = new ArrayList<>(spacing.gaps());
    gaps.set(0, "");
    gaps.set(last, "");
    return new Spacing(gaps);
  }

  private void flush() throws IOException {
    if (text.isEmpty()) {
      return;
    }
    StringWriter line = new StringWriter();
    try (JsonWriter json = new JsonWriter(line)) {
      write(json, new Offsets(text.text(), kind.unit()));
    }
    out.write(line.append('\n').toString());
    text = new WrittenText();
  }

  private void write(JsonWriter json, Offsets offsets) throws IOException {
    json.beginObject();
    if (kind == JsonKind.LABEL_STUDIO) {
      json.name("data").beginObject();
      json.name("text").value(text.text());
      extras(json, offsets);
      json.endObject();
      json.name("annotations").beginArray().beginObject().name("result").beginArray();
      for (WrittenText.Mention mention : text.mentions()) {
        result(json, mention, offsets);
      }
      json.endArray().endObject().endArray();
    } else {
      json.name("text").value(text.text());
      spans(json, offsets);
      extras(json, offsets);
    }
    json.endObject();
  }

  private void spans(JsonWriter json, Offsets offsets) throws IOException {
    json.name(
        switch (kind) {
          case SPACY -> "ents";
          case PRODIGY -> "spans";
          default -> "label";
        });
    json.beginArray();
    for (WrittenText.Mention mention : text.mentions()) {
      if (kind == JsonKind.DOCCANO) {
        json.beginArray();
        json.value(offsets.fromUnits(mention.range().begin()));
        json.value(offsets.fromUnits(mention.range().end()));
        json.value(mention.type()).endArray();
      } else {
        json.beginObject();
        range(json, mention.range(), offsets);
        json.name("label").value(mention.type()).endObject();
      }
    }
    json.endArray();
    if (kind == JsonKind.PRODIGY) {
      json.name("answer").value("accept");
    }
  }

  private void result(JsonWriter json, WrittenText.Mention mention, Offsets offsets)
      throws IOException {
    json.beginObject();
    json.name("from_name").value("label").name("to_name").value("text");
    json.name("type").value("labels").name("value").beginObject();
    range(json, mention.range(), offsets);
    json.name("text").value(mention.range().of(text.text()));
    json.name("labels").beginArray().value(mention.type()).endArray();
    json.endObject().endObject();
  }

  private void extras(JsonWriter json, Offsets offsets) throws IOException {
    if (unit == WritingStyle.Unit.SENTENCE) {
      json.name(JsonSpans.DOCUMENT_ID).value(Long.toString(documents));
    }
    json.name("tokens").beginArray();
    int id = 0;
    for (SentenceRange sentence : text.sentences()) {
      for (CharRange token : sentence.tokens()) {
        json.beginObject();
        if (kind == JsonKind.PRODIGY) {
          json.name("text").value(token.of(text.text()));
        }
        range(json, token, offsets);
        json.name("id").value(id++).endObject();
      }
    }
    json.endArray();
    json.name("sents").beginArray();
    for (SentenceRange sentence : text.sentences()) {
      json.beginObject();
      range(json, sentence.characters(), offsets);
      json.endObject();
    }
    json.endArray();
  }

  private static void range(JsonWriter json, CharRange range, Offsets offsets) throws IOException {
    json.name("start").value(offsets.fromUnits(range.begin()));
    json.name("end").value(offsets.fromUnits(range.end()));
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
