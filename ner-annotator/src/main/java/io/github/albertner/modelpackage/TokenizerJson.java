package io.github.albertner.modelpackage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.network.AlbertConfig;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files beside {@code tokenizer.json} repeat of it for transformers: the control pieces
 * and the normalisation.
 */
final class TokenizerJson {
  private static final String UNKNOWN = "<unk>";

  private final Map<Integer, String> controlPieces = new TreeMap<>();
  private final String unknown;
  private final boolean lowerCase;
  private final boolean keepAccents;

  /**
   * Looks into a tokenizer.json.
   *
   * @throws InvalidModelException if it has another structure
   */
  TokenizerJson(String text, String source) throws InvalidModelException {
    JsonObject json = ConfigJson.parse(text, source);
    try {
      for (JsonElement added : members(json.get("added_tokens"))) {
        JsonObject piece = added.getAsJsonObject();
        controlPieces.put(piece.get("id").getAsInt(), piece.get("content").getAsString());
      }
      JsonObject model = json.getAsJsonObject("model");
      unknown = model == null ? UNKNOWN : unknownPiece(model);
    } catch (IllegalStateException
        | NullPointerException
        | IndexOutOfBoundsException
        | ClassCastException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw new InvalidModelException(source + ": not a tokenizer.json: " + e.getMessage(), e);
    }
    String normalizer = String.valueOf(json.get("normalizer"));
    lowerCase = normalizer.contains("\"Lowercase\"") || normalizer.contains("\"lowercase\":true");
    keepAccents =
        !normalizer.contains("\"StripAccents\"")
            && !normalizer.contains("\"strip_accents\":true")
            && !(lowerCase && normalizer.contains("\"strip_accents\":null"));
  }

  private static String unknownPiece(JsonObject model) {
    JsonElement name = model.get("unk_token");
    if (name != null && name.isJsonPrimitive()) {
      return name.getAsString();
    }
    JsonElement id = model.get("unk_id");
    return id == null || id.isJsonNull() || !model.get("vocab").isJsonArray()
        ? UNKNOWN
        : model.getAsJsonArray("vocab").get(id.getAsInt()).getAsJsonArray().get(0).getAsString();
  }

  private static JsonArray members(JsonElement array) {
    return array == null || array.isJsonNull() ? new JsonArray() : array.getAsJsonArray();
  }

  /** The names of the control pieces, by their roles in transformers. */
  JsonObject specialTokensMap(AlbertConfig config) {
    String start = controlPieces.getOrDefault(config.classId(), "[CLS]");
    String end = controlPieces.getOrDefault(config.separatorId(), "[SEP]");
    JsonObject json = new JsonObject();
    json.addProperty("bos_token", start);
    json.addProperty("eos_token", end);
    json.addProperty("cls_token", start);
    json.addProperty("sep_token", end);
    json.addProperty("unk_token", unknown);
    json.addProperty("pad_token", controlPieces.getOrDefault(config.padId(), "<pad>"));
    json.addProperty("mask_token", mask());
    return json;
  }

  /**
   * How transformers is to load the tokenizer: by the class that takes tokenizer.json as it is.
   * {@code AlbertTokenizerFast} does so before transformers 5 only; from then on it builds its own
   * normalizer of the options below, which knows no character map.
   */
  JsonObject tokenizerConfig(AlbertConfig config) {
    JsonObject json = new JsonObject();
    json.addProperty("tokenizer_class", "PreTrainedTokenizerFast");
    json.addProperty("do_lower_case", lowerCase);
    json.addProperty("keep_accents", keepAccents);
    json.addProperty("remove_space", true);
    json.addProperty("model_max_length", config.maxPositions());
    JsonObject special = specialTokensMap(config);
    special.entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
    return json;
  }

  private String mask() {
    return controlPieces.values().stream()
        .filter(piece -> piece.toLowerCase(Locale.ROOT).contains("mask"))
        .findFirst()
        .orElse("[MASK]");
  }
}
