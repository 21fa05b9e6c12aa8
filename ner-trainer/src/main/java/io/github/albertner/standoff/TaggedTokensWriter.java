package io.github.albertner.standoff;

import com.google.gson.stream.JsonWriter;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.WritingStyle;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/** Writes a JSON record a line: id, document_id, tokens, ner_tags. */
final class TaggedTokensWriter implements CorpusWriter {

  private final Writer out;
  private final TagScheme scheme;
  private long sentences;
  private long documents;

  TaggedTokensWriter(Writer out, WritingStyle style) {
    this.out = out;
    scheme = style.scheme().orElse(TagScheme.BIO);
  }

  @Override
  public void write(Sentence sentence) throws IOException {
    documents += sentence.startsDocument() || sentences == 0 ? 1 : 0;
    StringWriter line = new StringWriter();
    try (JsonWriter json = new JsonWriter(line)) {
      json.beginObject();
      json.name("id").value(Long.toString(sentences));
      json.name(JsonSpans.DOCUMENT_ID).value(Long.toString(documents));
      json.name(TaggedTokens.TOKENS).beginArray();
      for (String word : sentence.words()) {
        json.value(word);
      }
      json.endArray();
      json.name(TaggedTokens.TAGS).beginArray();
      for (String tag : scheme.encode(sentence.entities(), sentence.words().size())) {
        json.value(tag);
      }
      json.endArray().endObject();
    }
    out.write(line.append('\n').toString());
    sentences++;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
