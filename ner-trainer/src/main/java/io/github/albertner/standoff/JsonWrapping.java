package io.github.albertner.standoff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/** Records that a tool puts together in one. */
final class JsonWrapping {

  private static final List<String> TEXTS = List.of("text", "content", "fields");

  /** The keys of an array of records in an object that is none. */
  private static final List<String> RECORDS = List.of("annotations", "examples", "data", "records");

  private static final JsonPrimitive MISSING = new JsonPrimitive("-");

  private long documents;

  /**
   * The records in one: those of {@code {"classes": [...], "annotations": [...]}}, as the NER
   * Annotator for spaCy has them, null for a text without annotations; and the sentences of {@code
   * {"paragraphs": [{"sentences": [{"tokens": [{"orth": "Ada", "ner": "U-PER"}]}]}]}}, spaCy 2's
   * JSON, each as tokens and tags of a document. Any other record is itself.
   */
  List<JsonElement> unwrap(JsonElement json) {
    if (!json.isJsonObject()) {
      return List.of(json);
    }
    JsonObject record = json.getAsJsonObject();
    if (isArray(record, "paragraphs")) {
      documents++;
      List<JsonElement> sentences = new ArrayList<>();
      objects(record, "paragraphs")
          .forEach(
              paragraph ->
                  objects(paragraph, "sentences").forEach(s -> sentences.add(sentence(s))));
      return sentences;
    }
    if (TEXTS.stream().noneMatch(record::has)) {
      for (String key : RECORDS) {
        if (isArray(record, key) && holdsRecords(record.getAsJsonArray(key))) {
          return record.getAsJsonArray(key).asList();
        }
      }
    }
    return List.of(json);
  }

  private static boolean isArray(JsonObject record, String key) {
    return record.has(key) && record.get(key).isJsonArray();
  }

  /** Pairs and nulls, or objects with a text. */
  private static boolean holdsRecords(JsonArray array) {
    return !array.isEmpty()
        && array.asList().stream()
            .allMatch(
                e ->
                    e.isJsonNull()
                        || JsonElements.isPair(e)
                        || (e.isJsonObject() && TEXTS.stream().anyMatch(e.getAsJsonObject()::has)));
  }

  private static List<JsonObject> objects(JsonObject record, String key) {
    return isArray(record, key)
        ? record.getAsJsonArray(key).asList().stream()
            .filter(JsonElement::isJsonObject)
            .map(JsonElement::getAsJsonObject)
            .toList()
        : List.of();
  }

  private JsonObject sentence(JsonObject sentence) {
    JsonArray words = new JsonArray();
    JsonArray tags = new JsonArray();
    for (JsonObject token : objects(sentence, "tokens")) {
      JsonElement tag = token.get("ner");
      words.add(token.has("orth") ? token.get("orth") : JsonNull.INSTANCE);
      tags.add(
          tag == null || tag.isJsonNull() || tag.equals(MISSING)
              ? new JsonPrimitive(TaggedTokens.NOT_ANNOTATED)
              : tag);
    }
    JsonObject tagged = new JsonObject();
    tagged.addProperty(JsonSpans.DOCUMENT_ID, Long.toString(documents));
    tagged.add(TaggedTokens.TOKENS, words);
    tagged.add(TaggedTokens.TAGS, tags);
    return tagged;
  }
}
