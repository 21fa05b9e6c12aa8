package io.github.albertner.standoff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.standoff.JsonRecord.Malformed;
import java.util.ArrayList;
import java.util.List;

/** The entities of a JSON record, in the ways that tools write them. */
final class JsonSpanReader {

  private static final String EXPECTED =
      "entities as [start, end, label] or objects with start, end and label";

  private final JsonKind kind;
  private final int line;
  private final List<String> names;
  private final List<RawSpan> spans = new ArrayList<>();

  /**
   * None so far.
   *
   * @param line of the record, for messages
   * @param names what labels that are numbers mean, from 0 on; none if they are not known
   */
  JsonSpanReader(JsonKind kind, int line, List<String> names) {
    this.kind = kind;
    this.line = line;
    this.names = names;
  }

  /** The tool that wrote the record. */
  JsonKind kind() {
    return kind;
  }

  /** What was added, in order. */
  List<RawSpan> spans() {
    return List.copyOf(spans);
  }

  /** Adds entities. */
  void addAll(JsonArray entities) throws Malformed {
    for (JsonElement entity : entities) {
      add(entity);
    }
  }

  /**
   * Adds {@code [0, 3, "PER"]}, Argilla's {@code ["PER", 0, 3]}, or an object with start and end.
   */
  void add(JsonElement entity) throws Malformed {
    if (entity.isJsonArray()) {
      JsonArray triple = entity.getAsJsonArray();
      if (triple.size() < 3) {
        throw new Malformed(JsonRecord.show(entity), EXPECTED);
      }
      boolean labelFirst = kind == JsonKind.ARGILLA && isString(triple.get(0));
      int first = labelFirst ? 1 : 0;
      add(triple.get(first), triple.get(first + 1), triple.get(labelFirst ? 0 : 2), null);
      return;
    }
    JsonObject object = JsonRecord.object(entity, EXPECTED);
    JsonElement labels = object.has("labels") ? object.get("labels") : object.get("label");
    if (object.has("points")) {
      for (JsonElement point :
          JsonRecord.array(object.get("points"), "an array of objects as points")) {
        add(JsonRecord.object(point, "points that are objects"), labels);
      }
    } else {
      add(object, labels);
    }
  }

  private static boolean isString(JsonElement json) {
    return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString();
  }

  private void add(JsonObject range, JsonElement labels) throws Malformed {
    JsonElement begin = range.get(range.has("start") ? "start" : "start_offset");
    JsonElement end = range.get(range.has("end") ? "end" : "end_offset");
    String surface = JsonRecord.optionalString(range.get("text"));
    if (labels != null && labels.isJsonArray() && !labels.getAsJsonArray().isEmpty()) {
      for (JsonElement label : labels.getAsJsonArray()) {
        add(begin, end, label, surface);
      }
    } else {
      add(begin, end, labels, surface);
    }
  }

  private void add(JsonElement begin, JsonElement end, JsonElement label, String surface)
      throws Malformed {
    long from = JsonRecord.offset(begin, EXPECTED);
    long to = JsonRecord.offset(end, EXPECTED) + kind.afterEnd();
    String type = type(label);
    spans.add(new RawSpan(type == null ? "entity" : type, from, to, type, surface, line));
  }

  private String type(JsonElement label) throws Malformed {
    if (label == null || !label.isJsonPrimitive() || !label.getAsJsonPrimitive().isNumber()) {
      return JsonRecord.optionalString(label);
    }
    long number = JsonRecord.offset(label, "labels that are names or whole numbers");
    String name = number >= 0 && number < names.size() ? names.get((int) number) : "";
    if (name.isEmpty()) {
      throw new Malformed(
          "the number " + number + " as a label",
          "labels by name (doccano's exports of 2019 have numbers, the ids of labels: the project's"
              + " list of labels says what they are called, and its export as JSONL with text labels"
              + " has names; --tag-names "
              + number
              + "=PER on the command line names a number)");
    }
    return name;
  }
}
