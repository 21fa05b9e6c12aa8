package io.github.albertner.standoff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.OffsetUnit;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.corpus.WritingStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Set;

/** Texts with character offsets, as a tool exports and imports them. */
record JsonTextFormat(JsonKind kind) implements CorpusFormat {

  private static final int SAMPLE = 20;

  @Override
  public String name() {
    return kind.format();
  }

  @Override
  public String ending() {
    return kind.ending();
  }

  @Override
  public String description() {
    return kind.description();
  }

  @Override
  public Set<Content> holds() {
    return EnumSet.allOf(Content.class);
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    return kindOf(file) == kind;
  }

  /** The tool that a file is from, by the keys of its first records; null if it is from none. */
  private static JsonKind kindOf(CorpusFile file) throws IOException {
    String first = file.sample(1).stream().map(line -> line.text().strip()).findFirst().orElse("");
    if (!first.startsWith("{") && !first.startsWith("[")) {
      return null;
    }
    try (JsonElements elements = JsonElements.of(file)) {
      for (int i = 0; i < SAMPLE; i++) {
        JsonElements.Element element = elements.next();
        JsonKind found = element == null || element.json() == null ? null : kindOf(element.json());
        if (found != null || element == null || element.json() == null) {
          return found;
        }
      }
    } catch (CorpusFormatException e) {
      return null; // Not JSON.
    }
    return null;
  }

  private static JsonKind kindOf(JsonElement json) {
    if (json.isJsonArray()) {
      return json.getAsJsonArray().size() == 2 ? JsonKind.SPACY : null;
    }
    if (!json.isJsonObject()) {
      return null;
    }
    JsonObject record = json.getAsJsonObject();
    boolean task = record.has("annotations") || record.has("completions");
    if (record.has("data") && record.get("data").isJsonObject() && task) {
      return JsonKind.LABEL_STUDIO;
    }
    if (record.entrySet().stream()
        .map(entry -> entry.getValue())
        .anyMatch(v -> v.isJsonArray() && JsonSpans.isLabelled(v.getAsJsonArray()))) {
      return JsonKind.LABEL_STUDIO;
    }
    if (!isString(record.get("text")) && !isString(record.get("data"))) {
      return null;
    }
    if (record.has("answer") || record.has("_task_hash") || isArray(record.get("spans"))) {
      return JsonKind.PRODIGY;
    }
    if (isArray(record.get("ents"))) {
      return JsonKind.SPACY;
    }
    if (isArray(record.get("entities"))) {
      JsonArray entities = record.getAsJsonArray("entities");
      boolean objects =
          !entities.isEmpty()
              && entities.get(0).isJsonObject()
              && entities.get(0).getAsJsonObject().has("start_offset");
      return objects || record.has("relations") ? JsonKind.DOCCANO : JsonKind.SPACY;
    }
    return isArray(record.get("label")) || isArray(record.get("labels")) ? JsonKind.DOCCANO : null;
  }

  private static boolean isString(JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }

  private static boolean isArray(JsonElement element) {
    return element != null && element.isJsonArray();
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return new TextSource(
        name(),
        "texts with offsets in "
            + (options.offsets().orElse(kind.unit()) == OffsetUnit.UTF16
                ? "UTF-16 units"
                : "code points"),
        new JsonTexts(file, kind, options.offsets()),
        options);
  }

  @Override
  public Output output() {
    return Output.FILE;
  }

  @Override
  public CorpusWriter writer(Writer out, WritingStyle style) {
    return new JsonTextWriter(out, kind, style.unit());
  }
}
