package io.github.albertner.tokenize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The pieces of a {@code tokenizer.json}: those of its model, unigrams with their scores or those
 * of WordPiece, and the added tokens, which may lie behind them.
 */
final class Vocabulary {

  private static final int NONE = -1;

  /** Far above any published WordPiece. */
  private static final int MOST_CHARS_OF_PART = 1000;

  private final String source;
  private final List<String> names = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>(); // of unigrams
  private final int modelSize;
  private final boolean wordPiece;
  private final String continuingPrefix; // of WordPiece
  private final int mostCharsOfPart; // of WordPiece
  private final Map<String, Integer> idOf = new HashMap<>();
  private final Set<Integer> unmatchable = new HashSet<>();
  private final int[] bytePieces; // by byte value; empty without byte fallback
  private final int unknownId;
  private final int padId;
  private final int classId;
  private final int separatorId;
  private final int maskId;

  /**
   * @param json a whole {@code tokenizer.json}
   * @throws InvalidVocabularyException if its model is neither unigram nor WordPiece, if pieces are
   *     missing or named twice
   */
  Vocabulary(JsonNode json) throws InvalidVocabularyException {
    source = json.where();
    JsonNode model = json.get("model");
    wordPiece = isWordPiece(model);
    if (wordPiece) {
      addWordPieces(model.get("vocab"));
      unknownId = required(List.of(model.get("unk_token").string()));
      continuingPrefix = model.get("continuing_subword_prefix").stringOr("##");
      mostCharsOfPart =
          model.get("max_input_chars_per_word").isAbsent()
              ? 100
              : model.get("max_input_chars_per_word").index(MOST_CHARS_OF_PART + 1);
    } else {
      addUnigrams(model.get("vocab"));
      unknownId = model.get("unk_id").index(names.size());
      continuingPrefix = "";
      mostCharsOfPart = 0;
    }
    modelSize = names.size();
    unmatchable.add(unknownId);
    for (JsonNode token : json.get("added_tokens").itemsIfAny()) {
      addToken(token);
    }
    padId = firstOf(SpecialPieces.PAD, unknownId);
    classId = required(SpecialPieces.CLASS);
    separatorId = required(SpecialPieces.SEPARATOR);
    maskId = firstOf(SpecialPieces.MASK, NONE);
    for (int id : new int[] {classId, separatorId, padId, maskId}) {
      unmatchable.add(id);
    }
    bytePieces = model.get("byte_fallback").boolOr(false) ? findBytePieces() : new int[0];
  }

  private static boolean isWordPiece(JsonNode model) throws InvalidVocabularyException {
    JsonNode type = model.get("type");
    if (type.isAbsent()) {
      // Files written before 2020 name no type; only a unigram model lists pairs.
      return model.get("vocab").value().isJsonObject();
    }
    return switch (type.string()) {
      case "Unigram" -> false;
      case "WordPiece" -> true;
      default ->
          throw new InvalidVocabularyException(
              "%s: found %s, expected Unigram or WordPiece, the kinds of model that ALBERTs have."
                  .formatted(type.where(), type.string()));
    };
  }

  private void addUnigrams(JsonNode vocabulary) throws InvalidVocabularyException {
    for (JsonNode entry : vocabulary.items()) {
      List<JsonNode> pair = entry.items();
      if (pair.size() != 2) {
        throw new InvalidVocabularyException(
            "%s: expected a piece and its score, found %s values."
                .formatted(entry.where(), pair.size()));
      }
      add(pair.get(0).string(), entry.where());
      scores.add(pair.get(1).number());
    }
  }

  private void addWordPieces(JsonNode vocabulary) throws InvalidVocabularyException {
    Map<String, JsonNode> ids = vocabulary.members();
    String[] byId = new String[ids.size()];
    for (Map.Entry<String, JsonNode> piece : ids.entrySet()) {
      int id = piece.getValue().index(byId.length);
      if (byId[id] != null) {
        throw new InvalidVocabularyException(
            "%s: expected an id of its own, found that of \"%s\"."
                .formatted(piece.getValue().where(), byId[id]));
      }
      byId[id] = piece.getKey();
    }
    for (String name : byId) {
      add(name, vocabulary.where());
    }
  }

  private void add(String name, String where) throws InvalidVocabularyException {
    if (name.isEmpty() || idOf.putIfAbsent(name, names.size()) != null) {
      throw new InvalidVocabularyException(
          "%s: expected a piece not named before, found \"%s\".".formatted(where, name));
    }
    names.add(name);
  }

  private void addToken(JsonNode token) throws InvalidVocabularyException {
    String name = token.get("content").string();
    Integer known = idOf.get(name);
    int id = token.get("id").index(names.size() + 1);
    if (known == null && id == names.size()) {
      add(name, token.where());
    } else if (known == null || known != id) {
      throw new InvalidVocabularyException(
          "%s: id %s of \"%s\" contradicts the model's vocabulary, where it is %s."
              .formatted(token.where(), id, name, known == null ? "not listed" : known));
    }
    if (token.get("special").boolOr(false)) {
      unmatchable.add(id);
    }
  }

  private int firstOf(List<String> candidates, int otherwise) {
    return candidates.stream()
        .filter(idOf::containsKey)
        .findFirst()
        .map(idOf::get)
        .orElse(otherwise);
  }

  private int required(List<String> candidates) throws InvalidVocabularyException {
    int id = firstOf(candidates, NONE);
    if (id == NONE) {
      throw new InvalidVocabularyException(
          ("%s: expected a piece named %s, found none of these. A vocabulary made with spm_train"
                  + " needs --control_symbols=[CLS],[SEP],[MASK].")
              .formatted(source, String.join(" or ", candidates)));
    }
    return id;
  }

  private int[] findBytePieces() throws InvalidVocabularyException {
    int[] ids = new int[256];
    for (int b = 0; b < ids.length; b++) {
      Integer id = idOf.get(String.format(Locale.ROOT, "<0x%02X>", b));
      if (id == null) {
        throw new InvalidVocabularyException(
            String.format(
                Locale.ROOT,
                "%s: byte_fallback needs pieces <0x00> to <0xFF>, <0x%02X> is missing.",
                source,
                b));
      }
      ids[b] = id;
      unmatchable.add(id);
    }
    return ids;
  }

  /** Number of pieces, added tokens included. */
  int size() {
    return names.size();
  }

  /** Number of the model's own pieces, those that text can give. */
  int modelSize() {
    return modelSize;
  }

  /** Whether the model is WordPiece; else it is unigram. */
  boolean isWordPiece() {
    return wordPiece;
  }

  /** What names of WordPiece's pieces begin with that go on in a word, {@code ##}. */
  String continuingPrefix() {
    return continuingPrefix;
  }

  /** Most characters of a part that WordPiece does not take for unknown. */
  int mostCharsOfPart() {
    return mostCharsOfPart;
  }

  String name(int id) {
    return names.get(id);
  }

  /** Score of a unigram. */
  double score(int id) {
    return scores.get(id);
  }

  /** Whether text must never give this piece: control pieces, the unknown piece, byte pieces. */
  boolean isUnmatchable(int id) {
    return unmatchable.contains(id);
  }

  boolean hasBytePieces() {
    return bytePieces.length > 0;
  }

  int bytePiece(byte value) {
    return bytePieces[value & 0xFF];
  }

  int unknownId() {
    return unknownId;
  }

  /** The padding piece, or the unknown piece where there is none. */
  int padId() {
    return padId;
  }

  int classId() {
    return classId;
  }

  int separatorId() {
    return separatorId;
  }

  /**
   * @throws NoSuchElementException if the vocabulary has no mask piece
   */
  int maskId() {
    if (maskId == NONE) {
      throw new NoSuchElementException(source + " has no piece " + SpecialPieces.MASK.get(0));
    }
    return maskId;
  }
}
