package io.github.albertner.tokenize;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.albertner.tokenize.SentencePieceModel.Piece;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a SentencePiece model as a {@code tokenizer.json} of the layout Hugging Face publishes for
 * ALBERT.
 *
 * <p>Follows {@code AlbertConverter} (transformers, convert_slow_tokenizer.py) but for two things:
 * scores are SentencePiece's own (the converter lowers those of pieces that end in a digit and a
 * comma), and the spaces at the ends are dropped by the normaliser as SentencePiece drops them.
 */
final class SentencePieceConverter {

  /**
   * What Python's {@code str.split} takes for white space, in a notation Java and Oniguruma share.
   */
  private static final String WHITE_SPACE =
      "[\\x{9}-\\x{d}\\x{1c}-\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}"
          + "\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}]+";

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final SentencePieceModel model;
  private final TokenizerSettings settings;
  private final String source;

  private SentencePieceConverter(
      SentencePieceModel model, TokenizerSettings settings, String source) {
    this.model = model;
    this.settings = settings;
    this.source = source;
  }

  /**
   * @param source name of the model's file, for messages
   * @return text of a {@code tokenizer.json}
   * @throws InvalidVocabularyException if the model is no unigram model, or is one of a kind that a
   *     {@code tokenizer.json} cannot say
   */
  static String toTokenizerJson(SentencePieceModel model, TokenizerSettings settings, String source)
      throws InvalidVocabularyException {
    return GSON.toJson(new SentencePieceConverter(model, settings, source).convert());
  }

  private JsonObject convert() throws InvalidVocabularyException {
    requireSupported();
    JsonObject json = new JsonObject();
    json.addProperty("version", "1.0");
    json.add("truncation", JsonNull.INSTANCE);
    json.add("padding", JsonNull.INSTANCE);
    json.add("added_tokens", SpecialPieces.addedTokens(specialPieces()));
    json.add("normalizer", normalizer());
    json.add("pre_tokenizer", metaspace());
    json.add("post_processor", SpecialPieces.template(specialPieces()));
    json.add("decoder", metaspace());
    json.add("model", unigram());
    return json;
  }

  private SortedMap<Integer, String> specialPieces() {
    SortedMap<Integer, String> special = new TreeMap<>();
    for (int id = 0; id < model.pieces().size(); id++) {
      Piece piece = model.pieces().get(id);
      if (piece.type() == Piece.CONTROL || piece.type() == Piece.UNKNOWN) {
        special.put(id, piece.text());
      }
    }
    return special;
  }

  private void requireSupported() throws InvalidVocabularyException {
    if (model.modelType() != SentencePieceModel.UNIGRAM) {
      List<String> names = List.of("unigram", "bpe", "word", "char");
      int type = model.modelType();
      throw new InvalidVocabularyException(
          "%s is a SentencePiece model of type %s, expected unigram (spm_train --model_type=unigram)."
              .formatted(source, type >= 1 && type <= 4 ? names.get(type - 1) : type));
    }
    if (model.suffixWordMark() || !model.escapeWhitespaces()) {
      throw new InvalidVocabularyException(
          ("%s was trained with treat_whitespace_as_suffix or without escape_whitespaces; expected"
                  + " a word mark that begins words, as ALBERT has.")
              .formatted(source));
    }
  }

  private JsonObject normalizer() {
    JsonArray steps = new JsonArray();
    if (settings.removeSpace()) {
      steps.add(replace("Regex", WHITE_SPACE, " "));
      steps.add(replace("Regex", "\\A | \\z", ""));
    }
    steps.add(replace("String", "``", "\""));
    steps.add(replace("String", "''", "\""));
    if (!settings.keepAccents()) {
      steps.add(typed("NFKD"));
      steps.add(typed("StripAccents"));
    }
    if (settings.lowerCase()) {
      steps.add(typed("Lowercase"));
    }
    if (!model.characterMap().isEmpty()) {
      JsonObject map = typed("Precompiled");
      byte[] blob = model.characterMap().toByteArray();
      map.addProperty("precompiled_charsmap", Base64.getEncoder().encodeToString(blob));
      steps.add(map);
    }
    if (model.removeExtraWhitespaces()) {
      steps.add(replace("Regex", " {2,}", " "));
      steps.add(replace("Regex", "(?<![ ▁])[ ▁]+\\z|\\A ", ""));
    }
    JsonObject sequence = typed("Sequence");
    sequence.add("normalizers", steps);
    return sequence;
  }

  private JsonObject metaspace() {
    JsonObject metaspace = typed("Metaspace");
    metaspace.addProperty("replacement", "▁");
    metaspace.addProperty("prepend_scheme", model.addDummyPrefix() ? "always" : "never");
    metaspace.addProperty("split", true);
    return metaspace;
  }

  private JsonObject unigram() throws InvalidVocabularyException {
    float highest = highestScore();
    JsonArray vocabulary = new JsonArray(model.pieces().size());
    int unknownId = -1;
    for (int id = 0; id < model.pieces().size(); id++) {
      Piece piece = model.pieces().get(id);
      JsonArray entry = new JsonArray(2);
      // No escaped text holds a space, so a name that begins with one is never matched.
      entry.add(piece.type() == Piece.UNUSED ? " " + piece.text() : piece.text());
      entry.add(
          piece.type() == Piece.USER_DEFINED
              ? userDefinedScore(piece.text(), highest)
              : (double) piece.score());
      vocabulary.add(entry);
      if (piece.type() == Piece.UNKNOWN) {
        unknownId = id;
      }
    }
    if (unknownId < 0) {
      throw new InvalidVocabularyException(source + " has no piece of type UNKNOWN, expected one.");
    }
    JsonObject unigram = typed("Unigram");
    unigram.addProperty("unk_id", unknownId);
    unigram.add("vocab", vocabulary);
    unigram.addProperty("byte_fallback", model.byteFallback());
    return unigram;
  }

  /**
   * What a user-defined piece costs, as sentencepiece's src/unigram_model.cc has it in
   * EncodeOptimized: by intention less than any other path, in effect 0.1.
   */
  private static double userDefinedScore(String text, float highest) {
    return text.getBytes(StandardCharsets.UTF_8).length * highest - 0.1;
  }

  /** Highest score of a normal piece, but above zero: SentencePiece starts from FLT_MIN. */
  private float highestScore() {
    float highest = Float.MIN_NORMAL;
    for (Piece piece : model.pieces()) {
      if (piece.type() == Piece.NORMAL) {
        highest = Math.max(highest, piece.score());
      }
    }
    return highest;
  }

  private static JsonObject replace(String kind, String pattern, String content) {
    JsonObject step = typed("Replace");
    JsonObject what = new JsonObject();
    what.addProperty(kind, pattern);
    step.add("pattern", what);
    step.addProperty("content", content);
    return step;
  }

  private static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }
}
