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

  private static final List<String> SPANS =
      List.of("ents", "entities", "spans", "label", "labels", "annotation", "annotations");

  private static final List<String> TEXTS = List.of("text", "data", "content");
  private static final List<String> NO_TEXT =
      List.of("annotator", "created_at", "updated_at", "lead_time", "id", DOCUMENT_ID);
  private static final String NOT_ANNOTATED = "not annotated";
  private static final String IN_HTML =
      "annotated as HTML or as a dialogue (hypertextlabels, paragraphlabels), which is not read";
  private static final String SEVERAL = "texts with several annotations: the first is read";

  /**
   * Reads a record.
   *
   * @param line for messages
   * @param names what labels that are numbers mean, from 0 on; none if they are not known
   */
  static JsonSpans of(JsonKind kind, JsonElement json, int line, List<String> names)
      throws Malformed {
    if (json.isJsonNull()) {
      return without(NOT_ANNOTATED, new JsonObject());
    }
    JsonSpanReader spans = new JsonSpanReader(kind, line, names);
    if (json.isJsonArray() && json.getAsJsonArray().size() == 2) {
      JsonArray pair = json.getAsJsonArray();
      JsonObject record = new JsonObject();
      if (pair.get(1).isJsonArray()) {
        record.add("entities", pair.get(1));
      } else {
        record =
            JsonRecord.object(pair.get(1), "[text, {\"entities\": ...}] or [text, entities]")
                .deepCopy();
      }
      record.add("text", pair.get(0));
      return flat(record, spans);
    }
    JsonObject record = JsonRecord.object(json, "a JSON object");
    return switch (kind) {
      case LABEL_STUDIO ->
          record.has("data") && record.get("data").isJsonObject()
              ? task(record, spans)
              : minimal(record, spans);
      case ARGILLA -> record.has("fields") ? responses(record, spans) : validated(record, spans);
      default -> flat(record, spans);
    };
  }

  /** A record with its text and spans side by side. */
  private static JsonSpans flat(JsonObject record, JsonSpanReader spans) throws Malformed {
    String answer = JsonRecord.optionalString(record.get("answer"));
    if (answer != null && !answer.equals("accept")) {
      return without("of the answer " + answer, record);
    }
    String key = JsonRecord.key(record, TEXTS).orElse("text");
    String text = JsonRecord.string(record.get(key), "a string as " + key);
    Optional<String> where =
        SPANS.stream().filter(k -> record.has(k) && record.get(k).isJsonArray()).findFirst();
    if (where.isEmpty() && answer == null) {
      if (spans.kind() == JsonKind.DATATURKS) {
        return without(NOT_ANNOTATED, record);
      }
      throw new Malformed(
          "only " + String.join(", ", record.keySet()),
          "an array of entities as one of " + String.join(", ", SPANS));
    }
    if (where.isPresent()) {
      spans.addAll(record.getAsJsonArray(where.get()));
    }
    return new JsonSpans(text, spans.spans(), record, null, List.of());
  }

  /** A record of Argilla 1: what people made of it is its annotation, and null before that. */
  private static JsonSpans validated(JsonObject record, JsonSpanReader spans) throws Malformed {
    String status = JsonRecord.optionalString(record.get("status"));
    boolean none = !record.has("annotation") || record.get("annotation").isJsonNull();
    if ("Discarded".equals(status) || (none && !"Validated".equals(status))) {
      return without(none ? NOT_ANNOTATED : "of the status " + status, record);
    }
    if (!none) {
      spans.addAll(JsonRecord.array(record.get("annotation"), "an array as annotation"));
    }
    return new JsonSpans(
        JsonRecord.string(record.get("text"), "a string as text"),
        spans.spans(),
        record,
        null,
        List.of());
  }

  /**
   * A record of Argilla 2, {@code {"fields": {"text": ...}, "responses": {"ner": [{"value":
   * [...]}]}}}, or of a feedback dataset of Argilla 1, whose responses are an array of objects with
   * values by question. The first response with spans is read; one that is a draft or discarded is
   * none.
   */
  private static JsonSpans responses(JsonObject record, JsonSpanReader spans) throws Malformed {
    List<JsonArray> made = new ArrayList<>();
    if (record.has("responses")) {
      collect(record.get("responses"), made);
    }
    if (made.isEmpty()) {
      return without(NOT_ANNOTATED, record);
    }
    spans.addAll(made.get(0));
    JsonObject fields = JsonRecord.object(record.get("fields"), "an object as fields");
    return new JsonSpans(
        textOf(fields),
        spans.spans(),
        record,
        null,
        made.size() > 1 ? List.of(SEVERAL) : List.of());
  }

  private static void collect(JsonElement json, List<JsonArray> made) {
    if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(one -> collect(one, made));
      return;
    }
    if (!json.isJsonObject()) {
      return;
    }
    JsonObject object = json.getAsJsonObject();
    String status = JsonRecord.optionalString(object.get("status"));
    if (status != null && !status.equals("submitted")) {
      return;
    }
    JsonElement value = object.get("value");
    if (value != null && value.isJsonArray()) {
      JsonArray all = value.getAsJsonArray();
      if (all.isEmpty() || all.get(0).isJsonObject()) {
        made.add(all);
      } // Others are answers to questions of another kind.
      return;
    }
    object.entrySet().forEach(entry -> collect(entry.getValue(), made));
  }

  /** A task of Label Studio. */
  private static JsonSpans task(JsonObject task, JsonSpanReader spans) throws Malformed {
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
      return without(NOT_ANNOTATED, data);
    }
    for (JsonElement result :
        JsonRecord.array(made.get(0).get("result"), "annotations with an array as result")) {
      JsonElement value = JsonRecord.object(result, "results that are objects").get("value");
      if (isLabelled(value)) {
        if (isInHtml(value)) {
          return without(IN_HTML, data);
        }
        spans.add(value);
      } // Others are choices, relations and the like.
    }
    return new JsonSpans(
        textOf(data), spans.spans(), data, null, made.size() > 1 ? List.of(SEVERAL) : List.of());
  }

  /** A task of Label Studio as JSON-MIN has it. */
  private static JsonSpans minimal(JsonObject record, JsonSpanReader spans) throws Malformed {
    for (String key : record.keySet()) {
      JsonElement value = record.get(key);
      if (isLabelledArray(value)) {
        if (isInHtml(value.getAsJsonArray().get(0))) {
          return without(IN_HTML, record);
        }
        spans.addAll(value.getAsJsonArray());
      }
    }
    return new JsonSpans(textOf(record), spans.spans(), record, null, List.of());
  }

  /** Whether these are entities of JSON-MIN. */
  static boolean isLabelledArray(JsonElement json) {
    return json.isJsonArray()
        && !json.getAsJsonArray().isEmpty()
        && isLabelled(json.getAsJsonArray().get(0));
  }

  /** Whether this is a region of a text with labels: hypertextlabels where the text is HTML. */
  private static boolean isLabelled(JsonElement value) {
    return value != null
        && value.isJsonObject()
        && value.getAsJsonObject().has("start")
        && value.getAsJsonObject().keySet().stream().anyMatch(key -> key.endsWith("labels"));
  }

  /** Whether a region begins in an element, told by its path, instead of at an offset. */
  private static boolean isInHtml(JsonElement region) {
    JsonElement start = region.getAsJsonObject().get("start");
    return start.isJsonPrimitive() && start.getAsJsonPrimitive().isString();
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
}
