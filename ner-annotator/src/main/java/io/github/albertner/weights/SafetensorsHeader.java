package io.github.albertner.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file: what each tensor is and where its bytes lie.
 *
 * <p>Checked as the reference implementation checks it: the tensors tile the data without overlap
 * or gap, and each has as many bytes as its type and shape need.
 */
final class SafetensorsHeader {
  static final String METADATA = "__metadata__";

  /** One tensor; begin and end are byte offsets into the data part, end exclusive. */
  record Entry(String name, DataType dataType, List<Long> shape, long begin, long end) {}

  private SafetensorsHeader() {}

  /**
   * Reads and checks the header.
   *
   * @param json the header text
   * @param dataBytes length of the data part
   * @param source names the file in messages
   * @return the tensors in order of their bytes
   */
  static List<Entry> parse(String json, long dataBytes, String source)
      throws InvalidWeightsException {
    JsonObject header = object(json, source);
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonElement> member : header.entrySet()) {
      if (!member.getKey().equals(METADATA)) {
        entries.add(entry(member.getKey(), member.getValue(), source));
      }
    }
    // Empty tensors first, so that one lying on a boundary does not hide its neighbour.
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    checkTiling(entries, dataBytes, source);
    return entries;
  }

  /** Reads the free text values. */
  static Map<String, String> metadata(String json, String source) throws InvalidWeightsException {
    Map<String, String> values = new LinkedHashMap<>();
    if (object(json, source).get(METADATA) instanceof JsonObject metadata) {
      metadata
          .entrySet()
          .forEach(
              member -> {
                if (member.getValue() instanceof JsonPrimitive value) {
                  values.put(member.getKey(), value.getAsString());
                }
              });
    }
    return values;
  }

  private static JsonObject object(String json, String source) throws InvalidWeightsException {
    try {
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new InvalidWeightsException(
          source + ": the safetensors header is not a JSON object: " + e.getMessage(), e);
    }
  }

  private static Entry entry(String name, JsonElement value, String source)
      throws InvalidWeightsException {
    String where = source + ": tensor " + name + ": ";
    try {
      JsonObject member = value.getAsJsonObject();
      String typeName = member.get("dtype").getAsString();
      DataType type =
          DataType.named(typeName)
              .orElseThrow(
                  () ->
                      new InvalidWeightsException(
                          where
                              + "unknown dtype "
                              + typeName
                              + ", expected one of "
                              + Arrays.toString(DataType.values())));
      List<Long> shape = longs(member.getAsJsonArray("shape"));
      List<Long> offsets = longs(member.getAsJsonArray("data_offsets"));
      if (offsets.size() != 2) {
        throw new InvalidWeightsException(
            where + "data_offsets must be [begin, end], found " + offsets);
      }
      Entry entry = new Entry(name, type, shape, offsets.get(0), offsets.get(1));
      long needed = Math.multiplyExact(WeightTensor.elements(entry.shape()), type.bytes());
      if (entry.begin() < 0 || entry.end() - entry.begin() != needed) {
        throw new InvalidWeightsException(
            where
                + "%s %s needs %s bytes, data_offsets are %s"
                    .formatted(type, shape, needed, offsets));
      }
      return entry;
    } catch (IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | NullPointerException
        | ClassCastException
        | ArithmeticException e) {
      throw new InvalidWeightsException(
          where + "expected {dtype, shape, data_offsets}, found " + abbreviated(value), e);
    }
  }

  private static List<Long> longs(JsonArray array) {
    return array.asList().stream().map(e -> e.getAsBigDecimal().longValueExact()).toList();
  }

  private static void checkTiling(List<Entry> entries, long dataBytes, String source)
      throws InvalidWeightsException {
    long expectedBegin = 0;
    for (Entry entry : entries) {
      if (entry.begin() != expectedBegin) {
        throw new InvalidWeightsException(
            "%s: tensor %s begins at byte %s, expected %s: tensors must neither overlap nor leave gaps"
                .formatted(source, entry.name(), entry.begin(), expectedBegin));
      }
      if (entry.end() > dataBytes) {
        throw new InvalidWeightsException(
            "%s: tensor %s ends at byte %s of the data, but the file holds only %s: it is truncated"
                .formatted(source, entry.name(), entry.end(), dataBytes));
      }
      expectedBegin = entry.end();
    }
    if (expectedBegin != dataBytes) {
      throw new InvalidWeightsException(
          "%s: %s bytes follow the last tensor, expected none"
              .formatted(source, dataBytes - expectedBegin));
    }
  }

  private static String abbreviated(JsonElement value) {
    String text = String.valueOf(value);
    return text.length() <= 120 ? text : text.substring(0, 120) + "...";
  }
}
