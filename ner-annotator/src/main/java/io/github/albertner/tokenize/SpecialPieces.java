package io.github.albertner.tokenize;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The pieces that stand for no text: their names, and what a {@code tokenizer.json} says of them.
 */
final class SpecialPieces {

  /** Names a piece may have, ALBERT's own first. */
  static final List<String> PAD = List.of("<pad>", "[PAD]");

  static final List<String> CLASS = List.of("[CLS]", "<s>");
  static final List<String> SEPARATOR = List.of("[SEP]", "</s>");
  static final List<String> MASK = List.of("[MASK]", "<mask>");

  private SpecialPieces() {}

  /**
   * The {@code added_tokens} of a vocabulary.
   *
   * @param pieces its control pieces and its unknown piece, by id
   */
  static JsonArray addedTokens(SortedMap<Integer, String> pieces) {
    JsonArray tokens = new JsonArray();
    pieces.forEach(
        (id, name) -> {
          JsonObject token = new JsonObject();
          token.addProperty("id", id);
          token.addProperty("content", name);
          token.addProperty("single_word", false);
          token.addProperty("lstrip", MASK.contains(name));
          token.addProperty("rstrip", false);
          token.addProperty("normalized", false);
          token.addProperty("special", true);
          tokens.add(token);
        });
    return tokens;
  }

  /**
   * The {@code post_processor} that writes {@code [CLS] A [SEP]} and {@code [CLS] A [SEP] B [SEP]};
   * null where there are not both pieces.
   *
   * @param pieces the vocabulary's control pieces, by id
   */
  static JsonObject template(SortedMap<Integer, String> pieces) {
    Map.Entry<Integer, String> start = named(pieces, CLASS);
    Map.Entry<Integer, String> end = named(pieces, SEPARATOR);
    if (start == null || end == null) {
      return null;
    }
    JsonArray single = new JsonArray();
    single.add(item("SpecialToken", start.getValue(), 0));
    single.add(item("Sequence", "A", 0));
    single.add(item("SpecialToken", end.getValue(), 0));
    JsonArray pair = single.deepCopy();
    pair.add(item("Sequence", "B", 1));
    pair.add(item("SpecialToken", end.getValue(), 1));
    JsonObject used = new JsonObject();
    for (Map.Entry<Integer, String> piece : List.of(start, end)) {
      JsonObject token = new JsonObject();
      token.addProperty("id", piece.getValue());
      token.add("ids", arrayOf(new JsonPrimitive(piece.getKey())));
      token.add("tokens", arrayOf(new JsonPrimitive(piece.getValue())));
      used.add(piece.getValue(), token);
    }
    JsonObject template = new JsonObject();
    template.addProperty("type", "TemplateProcessing");
    template.add("single", single);
    template.add("pair", pair);
    template.add("special_tokens", used);
    return template;
  }

  private static Map.Entry<Integer, String> named(
      SortedMap<Integer, String> pieces, List<String> names) {
    for (String name : names) {
      for (Map.Entry<Integer, String> piece : pieces.entrySet()) {
        if (piece.getValue().equals(name)) {
          return piece;
        }
      }
    }
    return null;
  }

  private static JsonObject item(String kind, String id, int segment) {
    JsonObject what = new JsonObject();
    what.addProperty("id", id);
    what.addProperty("type_id", segment);
    JsonObject item = new JsonObject();
    item.add(kind, what);
    return item;
  }

  private static JsonArray arrayOf(JsonPrimitive value) {
    JsonArray array = new JsonArray(1);
    array.add(value);
    return array;
  }
}
