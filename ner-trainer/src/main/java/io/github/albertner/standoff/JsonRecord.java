package io.github.albertner.standoff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short ways to look into JSON; what is not as expected is said by {@link Malformed}. */
final class JsonRecord {

  /** A record is not what it should be; the message is in two parts. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    final String found;
    final String expected;

    Malformed(String found, String expected) {
      super("expected " + expected + ", found " + found);
      this.found = found;
      this.expected = expected;
    }
  }

  private static final int SHOWN = 60;

  private JsonRecord() {}

  /** Some JSON for a message. */
  static String show(JsonElement element) {
    String json = element == null ? "nothing" : element.toString();
    return json.length() > SHOWN ? json.substring(0, SHOWN) + "..." : json;
  }

  static JsonObject object(JsonElement element, String what) throws Malformed {
    if (element == null || !element.isJsonObject()) {
      throw new Malformed(show(element), what);
    }
    return element.getAsJsonObject();
  }

  static JsonArray array(JsonElement element, String what) throws Malformed {
    if (element == null || !element.isJsonArray()) {
      throw new Malformed(show(element), what);
    }
    return element.getAsJsonArray();
  }

  static String string(JsonElement element, String what) throws Malformed {
    if (element == null || !element.isJsonPrimitive() || !primitive(element).isString()) {
      throw new Malformed(show(element), what);
    }
    return element.getAsString();
  }

  /** A string, or null if there is none. */
  static String optionalString(JsonElement element) {
    return element != null && element.isJsonPrimitive() ? element.getAsString() : null;
  }

  static long offset(JsonElement element, String what) throws Malformed {
    if (element != null && element.isJsonPrimitive() && primitive(element).isNumber()) {
      double value = element.getAsDouble();
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        return (long) value;
      }
    }
    throw new Malformed(show(element), what);
  }

  static List<String> strings(JsonArray array, String what) throws Malformed {
    List<String> strings = new ArrayList<>(array.size());
    for (JsonElement element : array) {
      strings.add(string(element, what));
    }
    return strings;
  }

  private static JsonPrimitive primitive(JsonElement element) {
    return element.getAsJsonPrimitive();
  }

  /** The first of some keys that an object has, with something other than null. */
  static Optional<String> key(JsonObject object, List<String> keys) {
    return keys.stream().filter(k -> object.has(k) && !object.get(k).isJsonNull()).findFirst();
  }
}
