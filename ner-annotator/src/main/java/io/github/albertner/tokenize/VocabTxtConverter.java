package io.github.albertner.tokenize;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes BERT's {@code vocab.txt}, which the Chinese ALBERTs have, as a {@code tokenizer.json} of
 * the layout that Hugging Face publishes for BERT.
 */
final class VocabTxtConverter {

  private static final String UNKNOWN = "[UNK]";
  private static final String CONTINUING = "##";
  private static final int MOST_CHARS_OF_PART = 100;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private VocabTxtConverter() {}

  /**
   * @param vocabTxt a piece a line, in order of their ids
   * @param config what tokenizer_config.json says, an empty object where there is none
   * @param source name of the file, for messages
   * @throws InvalidVocabularyException if a piece that BERT needs is missing, or a setting is of
   *     the wrong kind
   */
  static String toTokenizerJson(String vocabTxt, JsonNode config, String source)
      throws InvalidVocabularyException {
    JsonObject vocabulary = new JsonObject();
    List<String> lines = vocabTxt.lines().toList();
    for (int id = 0; id < lines.size(); id++) {
      if (lines.get(id).isEmpty() || vocabulary.has(lines.get(id))) {
        throw new InvalidVocabularyException(
            "%s, line %s: expected a piece not named before, found \"%s\"."
                .formatted(source, id + 1, lines.get(id)));
      }
      vocabulary.addProperty(lines.get(id), id);
    }
    if (!vocabulary.has(UNKNOWN)) {
      throw new InvalidVocabularyException(
          "%s: expected a piece a line, %s among them, found none of that name."
              .formatted(source, UNKNOWN));
    }
    SortedMap<Integer, String> special = new TreeMap<>();
    for (List<String> names :
        List.of(
            List.of(UNKNOWN),
            SpecialPieces.PAD,
            SpecialPieces.CLASS,
            SpecialPieces.SEPARATOR,
            SpecialPieces.MASK)) {
      for (String name : names) {
        if (vocabulary.has(name)) {
          special.put(vocabulary.get(name).getAsInt(), name);
        }
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("version", "1.0");
    json.add("truncation", JsonNull.INSTANCE);
    json.add("padding", JsonNull.INSTANCE);
    json.add("added_tokens", SpecialPieces.addedTokens(special));
    json.add("normalizer", normalizer(config));
    json.add("pre_tokenizer", typed("BertPreTokenizer"));
    json.add("post_processor", SpecialPieces.template(special));
    JsonObject decoder = typed("WordPiece");
    decoder.addProperty("prefix", CONTINUING);
    decoder.addProperty("cleanup", true);
    json.add("decoder", decoder);
    JsonObject model = typed("WordPiece");
    model.addProperty("unk_token", UNKNOWN);
    model.addProperty("continuing_subword_prefix", CONTINUING);
    model.addProperty("max_input_chars_per_word", MOST_CHARS_OF_PART);
    model.add("vocab", vocabulary);
    json.add("model", model);
    return GSON.toJson(json);
  }

  /** As {@code BertTokenizer} takes its settings; by default all text in small letters. */
  private static JsonObject normalizer(JsonNode config) throws InvalidVocabularyException {
    JsonObject normalizer = typed("BertNormalizer");
    normalizer.addProperty("clean_text", true);
    normalizer.addProperty(
        "handle_chinese_chars", config.get("tokenize_chinese_chars").boolOr(true));
    JsonNode stripAccents = config.get("strip_accents");
    normalizer.add(
        "strip_accents",
        stripAccents.isAbsent() ? JsonNull.INSTANCE : stripAccents.value().deepCopy());
    normalizer.addProperty("lowercase", config.get("do_lower_case").boolOr(true));
    return normalizer;
  }

  private static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }
}
