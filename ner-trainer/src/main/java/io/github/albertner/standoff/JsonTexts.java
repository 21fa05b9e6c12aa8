package io.github.albertner.standoff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.text.CharRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of a JSON file of one of the tools. */
final class JsonTexts implements TextSource.Documents {

  private static final List<String> SENTENCES = List.of("sents", "sentences");
  private static final List<String> TOKENS = List.of("tokens");
  private static final List<String> NAMES = List.of(JsonSpans.DOCUMENT_ID, "document");

  private final CorpusFile file;
  private final JsonKind kind;
  private final CorpusOptions options;
  private final JsonElements elements;
  private String document;

  JsonTexts(CorpusFile file, JsonKind kind, CorpusOptions options) throws IOException {
    this.file = file;
    this.kind = kind;
    this.options = options;
    elements = JsonElements.of(file);
  }

  @Override
  public TextDocument next() throws IOException {
    JsonElements.Element element = elements.next();
    if (element == null) {
      return null;
    }
    if (element.problem() != null) {
      return TextDocument.bad(file.path(), element.line(), true, List.of(element.problem()));
    }
    try {
      return document(element);
    } catch (JsonRecord.Malformed e) {
      return TextDocument.bad(
          file.path(),
          element.line(),
          true,
          List.of(file.bad(element.line(), e.found, e.expected)));
    }
  }

  private TextDocument document(JsonElements.Element element) throws JsonRecord.Malformed {
    int line = element.line();
    JsonSpans record = JsonSpans.of(kind, element.json(), line, options.tagNames());
    boolean starts = startsDocument(record.extras());
    if (record.leftOut() != null) {
      return TextDocument.leftOut(
          file.path(),
          line,
          starts,
          new EntityChange(
              "texts left out: " + record.leftOut(),
              file.path() + ":" + line + ": a text that is " + record.leftOut()));
    }
    SpanFit fit = SpanFit.of(record.text(), record.spans(), options.offsets(), kind.unit());
    String text = fit.text();
    List<TextEntity> entities = new ArrayList<>();
    for (RawSpan span : record.spans()) {
      entities.add(span.in(text, fit.offsets()));
    }
    List<EntityChange> changes = new ArrayList<>(fit.changes(file.path() + ":" + line));
    record
        .noted()
        .forEach(
            what -> changes.add(new EntityChange(what, file.path() + ":" + line + ": " + what)));
    return new TextDocument(
        file.path(),
        line,
        text,
        ranges(record.extras(), SENTENCES, text, fit.offsets()),
        ranges(record.extras(), TOKENS, text, fit.offsets()),
        entities,
        starts,
        List.of(),
        changes);
  }

  /** Records that name the same document and follow one another are one. */
  private boolean startsDocument(JsonObject extras) {
    String named =
        JsonRecord.key(extras, NAMES)
            .map(key -> JsonRecord.optionalString(extras.get(key)))
            .orElse(null);
    boolean starts = named == null || !named.equals(document);
    document = named;
    return starts;
  }

  private List<CharRange> ranges(JsonObject extras, List<String> keys, String text, Offsets offsets)
      throws JsonRecord.Malformed {
    Optional<String> key = JsonRecord.key(extras, keys);
    if (key.isEmpty()) {
      return List.of();
    }
    String what =
        key.get()
            + " of objects with start and end, in order, within the text, or of pairs [start, end]";
    JsonArray array = JsonRecord.array(extras.get(key.get()), what);
    List<CharRange> ranges = new ArrayList<>(array.size());
    int free = 0;
    for (JsonElement element : array) {
      int begin;
      int end;
      if (kind == JsonKind.ARGILLA && element.isJsonPrimitive()) {
        begin = text.indexOf(element.getAsString(), free);
        end = begin + element.getAsString().length();
      } else {
        begin = offsets.toUnits(end(element, 0, "start", what));
        end = offsets.toUnits(end(element, 1, "end", what));
      }
      if (begin < free || end < begin || end > text.length()) {
        throw new JsonRecord.Malformed(JsonRecord.show(element), what);
      }
      // spaCy has tokens of white space.
      if (!text.substring(begin, end).isBlank()) {
        ranges.add(new CharRange(begin, end));
      }
      free = end;
    }
    return ranges;
  }

  /** One end of a range, which is a pair or an object. */
  private static long end(JsonElement range, int index, String key, String what)
      throws JsonRecord.Malformed {
    JsonElement end =
        range.isJsonArray() && range.getAsJsonArray().size() == 2
            ? range.getAsJsonArray().get(index)
            : JsonRecord.object(range, what).get(key);
    return JsonRecord.offset(end, what);
  }

  @Override
  public void close() throws IOException {
    elements.close();
  }
}
