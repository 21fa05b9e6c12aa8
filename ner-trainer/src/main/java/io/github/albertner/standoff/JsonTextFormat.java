package io.github.albertner.standoff;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
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
    return JsonElements.first(file, SAMPLE, JsonTextFormat::kindOf).orElse(null);
  }

  private static JsonKind kindOf(JsonElement json) {
    if (json.isJsonArray()) {
      return JsonElements.isPair(json) ? JsonKind.SPACY : null;
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
        .anyMatch(JsonSpans::isLabelledArray)) {
      return JsonKind.LABEL_STUDIO;
    }
    if (record.has("fields") && (record.has("responses") || record.has("suggestions"))) {
      return JsonKind.ARGILLA;
    }
    if (isString(record.get("content")) && record.has("annotation")) {
      return JsonKind.DATATURKS;
    }
    if (!isString(record.get("text")) && !isString(record.get("data"))) {
      return null;
    }
    if (record.has("answer") || record.has("_task_hash") || isArray(record.get("spans"))) {
      return JsonKind.PRODIGY;
    }
    if (record.has("annotation") && (record.has("prediction") || record.has("status"))) {
      return JsonKind.ARGILLA;
    }
    if (isArray(record.get("ents"))) {
      return JsonKind.SPACY;
    }
    if (isArray(record.get("entities"))) {
      boolean doccano = startsWithOffsets(record.get("entities")) || record.has("relations");
      return doccano ? JsonKind.DOCCANO : JsonKind.SPACY;
    }
    return isArray(record.get("label"))
            || isArray(record.get("labels"))
            || startsWithOffsets(record.get("annotations"))
        ? JsonKind.DOCCANO
        : null;
  }

  /** Whether entities are as doccano has them. */
  private static boolean startsWithOffsets(JsonElement entities) {
    return isArray(entities)
        && !entities.getAsJsonArray().isEmpty()
        && entities.getAsJsonArray().get(0).isJsonObject()
        && entities.getAsJsonArray().get(0).getAsJsonObject().has("start_offset");
  }

  private static boolean isString(JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }

  private static boolean isArray(JsonElement element) {
    return element != null && element.isJsonArray();
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    if (kind == JsonKind.SPACY && new TaggedTokensFormat().recognises(file)) {
      return TaggedTokensSource.open(file, options); // spaCy 2 had tokens and tags.
    }
    return new TextSource(
        name(),
        "texts with offsets in "
            + (options.offsets().orElse(kind.unit()) == OffsetUnit.UTF16
                ? "UTF-16 units"
                : "code points"),
        new JsonTexts(file, kind, options),
        options);
  }

  @Override
  public Output output() {
    return kind.isWritten() ? Output.FILE : Output.NONE;
  }

  @Override
  public CorpusWriter writer(Writer out, WritingStyle style) {
    if (!kind.isWritten()) {
      return CorpusFormat.super.writer(out, style);
    }
    return new JsonTextWriter(out, kind, style.unit());
  }
}
