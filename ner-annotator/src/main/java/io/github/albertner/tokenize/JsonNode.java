package io.github.albertner.tokenize;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One value of a JSON file and where it is, so that a value of the wrong kind is reported by place.
 *
 * @param value never Java's null; an absent value is JSON's null
 * @param where the file's name and the path of keys
 */
record JsonNode(JsonElement value, String where) {

  /** Twice what a quarter of a million pieces takes; each value costs memory. */
  private static final int MAX_VALUES = 2_000_000;

  /**
   * @param text a whole file
   * @param source its name, for messages
   * @throws InvalidVocabularyException if it is no JSON object
   */
  static JsonNode parseObject(String text, String source) throws InvalidVocabularyException {
    long values = text.chars().filter(c -> c == ',' || c == '[' || c == '{').count();
    if (values > MAX_VALUES) {
      throw new InvalidVocabularyException(
          "%s: expected at most %s values, found %s.".formatted(source, MAX_VALUES, values));
    }
    JsonElement root;
    try {
      root = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      if (e.getCause() instanceof OutOfMemoryError full) {
        throw full; // Gson takes it for bad JSON
      }
      throw new InvalidVocabularyException(source + " is no JSON: " + e.getMessage(), e);
    }
    JsonNode node = new JsonNode(root, source);
    node.require(root.isJsonObject(), "an object");
    return node;
  }

  /** The value of a key; this must be an object. */
  JsonNode get(String key) throws InvalidVocabularyException {
    require(value.isJsonObject(), "an object");
    JsonElement found = value.getAsJsonObject().get(key);
    return new JsonNode(found == null ? JsonNull.INSTANCE : found, where + ": " + key);
  }

  /** Whether the value is absent or null. */
  boolean isAbsent() {
    return value.isJsonNull();
  }

  List<JsonNode> items() throws InvalidVocabularyException {
    require(value.isJsonArray(), "a list");
    List<JsonElement> items = value.getAsJsonArray().asList();
    return IntStream.range(0, items.size())
        .mapToObj(i -> new JsonNode(items.get(i), where + "[" + i + "]"))
        .toList();
  }

  /** The members of an object, by key. */
  Map<String, JsonNode> members() throws InvalidVocabularyException {
    require(value.isJsonObject(), "an object");
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> member : value.getAsJsonObject().entrySet()) {
      members.put(member.getKey(), new JsonNode(member.getValue(), where + ": " + member.getKey()));
    }
    return members;
  }

  /** The items of a list that may be absent. */
  List<JsonNode> itemsIfAny() throws InvalidVocabularyException {
    return isAbsent() ? List.of() : items();
  }

  String string() throws InvalidVocabularyException {
    require(is(p -> p.getAsJsonPrimitive().isString()), "a text");
    return value.getAsString();
  }

  String stringOr(String otherwise) throws InvalidVocabularyException {
    return isAbsent() ? otherwise : string();
  }

  boolean bool() throws InvalidVocabularyException {
    require(is(p -> p.getAsJsonPrimitive().isBoolean()), "true or false");
    return value.getAsBoolean();
  }

  boolean boolOr(boolean otherwise) throws InvalidVocabularyException {
    return isAbsent() ? otherwise : bool();
  }

  double number() throws InvalidVocabularyException {
    require(is(p -> p.getAsJsonPrimitive().isNumber()), "a number");
    double number = value.getAsDouble();
    require(Double.isFinite(number), "a finite number");
    return number;
  }

  /** A whole number in [0, below). */
  int index(int below) throws InvalidVocabularyException {
    double number = number();
    require(
        number >= 0 && number < below && number == Math.rint(number),
        "a whole number of at least 0 and below " + below);
    return (int) number;
  }

  private boolean is(Predicate<JsonElement> kind) {
    return value.isJsonPrimitive() && kind.test(value);
  }

  private void require(boolean holds, String expected) throws InvalidVocabularyException {
    if (!holds) {
      String found = value.toString();
      throw new InvalidVocabularyException(
          "%s: expected %s, found %s."
              .formatted(
                  where, expected, found.length() <= 80 ? found : found.substring(0, 80) + "..."));
    }
  }
}
