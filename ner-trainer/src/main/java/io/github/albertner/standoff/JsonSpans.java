package io.github.albertner.standoff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.standoff.JsonRecord.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JSON record says, whichever tool wrote it.
 *
 * @param text its text; null if it is left out
 * @param spans its entities
 * @param extras the object that may have tokens, sents and document_id
 * @param leftOut why it is not to be learned from, or null
 * @param noted what else to tell
 */
record JsonSpans(
    String text, List<RawSpan> spans, JsonObject extras, String leftOut, List<String> noted) {

  static final String DOCUMENT_ID = "document_id";

  private static final List<String> SPANS = List.of("ents", "entities", "spans", "label", "labels");
  private static final List<String> TEXTS = List.of("text", "data");
  private static final List<String> NO_TEXT =
      List.of("annotator", "created_at", "updated_at", "lead_time", "id", DOCUMENT_ID);

  /** Reads a record of a kind; its line is for messages. */
  static JsonSpans of(JsonKind kind, JsonElement json, int line) throws Malformed {
    if (json.isJsonArray() && json.getAsJsonArray().size() == 2) {
      JsonArray pair = json.getAsJsonArray();
      JsonObject annotations = JsonRecord.object(pair.get(1), "[text, {\"entities\": ...}]");
      JsonObject record = annotations.deepCopy();
      record.add("text", pair.get(0));
      return flat(record, line);
    }
    JsonObject record = JsonRecord.object(json, "a JSON object");
    if (kind != JsonKind.LABEL_STUDIO) {
      return flat(record, line);
    }
    return record.has("data") && record.get("data").isJsonObject()
        ? task(record, line)
        : minimal(record, line);
  }

  /** A record with its text and spans side by side. */
  private static JsonSpans flat(JsonObject record, int line) throws Malformed {
    String answer = JsonRecord.optionalString(record.get("answer"));
    if (answer != null && !answer.equals("accept")) {
      return without("of the answer " + answer, record);
    }
    String key = JsonRecord.key(record, TEXTS).orElse("text");
    String text = JsonRecord.string(record.get(key), "a string as " + key);
    List<RawSpan> spans = new ArrayList<>();
    Optional<String> where =
        SPANS.stream().filter(k -> record.has(k) && record.get(k).isJsonArray()).findFirst();
    if (where.isEmpty() && answer == null) {
      throw new Malformed(
          "only " + String.join(", ", record.keySet()),
          "an array of entities as one of " + String.join(", ", SPANS));
    }
    for (JsonElement span :
        where.isEmpty() ? new JsonArray() : record.getAsJsonArray(where.get())) {
      add(span, line, spans);
    }
    return new JsonSpans(text, spans, record, null, List.of());
  }

  /** A task of Label Studio. */
  private static JsonSpans task(JsonObject task, int line) throws Malformed {
    JsonObject data = task.getAsJsonObject("data");
    JsonElement all = task.has("annotations") ? task.get("annotations") : task.get("completions");
    List<JsonObject> made = new ArrayList<>();
    for (JsonElement one : JsonRecord.array(all, "a task with an array of annotations")) {
      JsonObject annotation = JsonRecord.object(one, "annotations that are objects");
      JsonElement cancelled = annotation.get("was_cancelled");
      if (cancelled == null || !cancelled.isJsonPrimitive() || !cancelled.getAsBoolean()) {
        made.add(annotation);
      }
    }
    if (made.isEmpty()) {
      return without("not annotated", data);
    }
    List<RawSpan> spans = new ArrayList<>();
    for (JsonElement result :
        JsonRecord.array(made.get(0).get("result"), "annotations with an array as result")) {
      JsonElement value = JsonRecord.object(result, "results that are objects").get("value");
      if (value != null && value.isJsonObject() && value.getAsJsonObject().has("labels")) {
        add(value, line, spans);
      } // Others are choices, relations and the like.
    }
    return new JsonSpans(
        textOf(data),
        spans,
        data,
        null,
        made.size() > 1 ? List.of("texts with several annotations: the first is read") : List.of());
  }

  /** A task of Label Studio as JSON-MIN has it. */
  private static JsonSpans minimal(JsonObject record, int line) throws Malformed {
    List<RawSpan> spans = new ArrayList<>();
    for (String key : record.keySet()) {
      JsonElement value = record.get(key);
      if (value.isJsonArray() && isLabelled(value.getAsJsonArray())) {
        for (JsonElement span : value.getAsJsonArray()) {
          add(span, line, spans);
        }
      }
    }
    return new JsonSpans(textOf(record), spans, record, null, List.of());
  }

  /** Whether these are entities of JSON-MIN. */
  static boolean isLabelled(JsonArray array) {
    return !array.isEmpty()
        && array.get(0).isJsonObject()
        && array.get(0).getAsJsonObject().has("start")
        && array.get(0).getAsJsonObject().has("labels");
  }

  /** The text has the name that the project gave it; "text" in Label Studio's templates. */
  private static String textOf(JsonObject data) throws Malformed {
    if (data.has("text")) {
      return JsonRecord.string(data.get("text"), "a string as text");
    }
    List<String> strings =
        data.keySet().stream()
            .filter(key -> !NO_TEXT.contains(key))
            .filter(key -> JsonRecord.optionalString(data.get(key)) != null)
            .filter(key -> data.get(key).getAsJsonPrimitive().isString())
            .toList();
    if (strings.size() != 1) {
      throw new Malformed(
          strings.isEmpty() ? "none" : String.join(", ", strings),
          "one string, best called text, as the text of a task");
    }
    return data.get(strings.get(0)).getAsString();
  }

  private static JsonSpans without(String why, JsonObject extras) {
    return new JsonSpans(null, List.of(), extras, why, List.of());
  }

  private static void add(JsonElement element, int line, List<RawSpan> spans) throws Malformed {
    String expected = "entities as [start, end, label] or objects with start, end and label";
    if (element.isJsonArray()) {
      JsonArray triple = element.getAsJsonArray();
      if (triple.size() < 3) {
        throw new Malformed(JsonRecord.show(element), expected);
      }
      spans.add(
          span(
              JsonRecord.offset(triple.get(0), expected),
              JsonRecord.offset(triple.get(1), expected),
              triple.get(2),
              null,
              line));
      return;
    }
    JsonObject object = JsonRecord.object(element, expected);
    long begin =
        JsonRecord.offset(object.get(object.has("start") ? "start" : "start_offset"), expected);
    long end = JsonRecord.offset(object.get(object.has("end") ? "end" : "end_offset"), expected);
    String surface = JsonRecord.optionalString(object.get("text"));
    JsonElement labels = object.get("labels");
    if (labels != null && labels.isJsonArray()) {
      for (JsonElement label : labels.getAsJsonArray()) {
        spans.add(span(begin, end, label, surface, line));
      }
    } else {
      spans.add(span(begin, end, object.get("label"), surface, line));
    }
  }

  private static RawSpan span(long begin, long end, JsonElement label, String surface, int line) {
    String type = JsonRecord.optionalString(label);
    return new RawSpan(type == null ? "entity" : type, begin, end, type, surface, line);
  }
}
