package io.github.albertner.tokenize;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.albertner.tokenize.SentencePieceModel.Piece;
import java.util.List;

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

  /** The {@code added_tokens} of a model: its control pieces and its unknown piece. */
  static JsonArray addedTokens(SentencePieceModel model) {
    JsonArray tokens = new JsonArray();
    for (int id = 0; id < model.pieces().size(); id++) {
      Piece piece = model.pieces().get(id);
      if (piece.type() == Piece.CONTROL || piece.type() == Piece.UNKNOWN) {
        JsonObject token = new JsonObject();
        token.addProperty("id", id);
        token.addProperty("content", piece.text());
        token.addProperty("single_word", false);
        token.addProperty("lstrip", MASK.contains(piece.text()));
        token.addProperty("rstrip", false);
        token.addProperty("normalized", false);
        token.addProperty("special", true);
        tokens.add(token);
      }
    }
    return tokens;
  }

  /**
   * The {@code post_processor} that writes {@code [CLS] A [SEP]} and {@code [CLS] A [SEP] B [SEP]};
   * null where the model has not both pieces.
   */
  static JsonObject template(SentencePieceModel model) {
    int classId = controlId(model, CLASS);
    int separatorId = controlId(model, SEPARATOR);
    if (classId < 0 || separatorId < 0) {
      return null;
    }
    JsonArray single = new JsonArray();
    single.add(special(model, classId, 0));
    single.add(sequence("A", 0));
    single.add(special(model, separatorId, 0));
    JsonArray pair = single.deepCopy();
    pair.add(sequence("B", 1));
    pair.add(special(model, separatorId, 1));
    JsonObject used = new JsonObject();
    for (int id : List.of(classId, separatorId)) {
      JsonObject token = new JsonObject();
      token.addProperty("id", model.pieces().get(id).text());
      token.add("ids", arrayOf(new JsonPrimitive(id)));
      token.add("tokens", arrayOf(new JsonPrimitive(model.pieces().get(id).text())));
      used.add(model.pieces().get(id).text(), token);
    }
    JsonObject template = new JsonObject();
    template.addProperty("type", "TemplateProcessing");
    template.add("single", single);
    template.add("pair", pair);
    template.add("special_tokens", used);
    return template;
  }

  private static int controlId(SentencePieceModel model, List<String> names) {
    for (String name : names) {
      for (int id = 0; id < model.pieces().size(); id++) {
        Piece piece = model.pieces().get(id);
        if (piece.type() == Piece.CONTROL && piece.text().equals(name)) {
          return id;
        }
      }
    }
    return -1;
  }

  private static JsonObject special(SentencePieceModel model, int id, int segment) {
    return item("SpecialToken", model.pieces().get(id).text(), segment);
  }

  private static JsonObject sequence(String which, int segment) {
    return item("Sequence", which, segment);
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
