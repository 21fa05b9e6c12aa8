package io.github.albertner.tokenize;

/**
 * What {@code tokenizer_config.json} says of the text steps before SentencePiece.
 *
 * @param lowerCase {@code do_lower_case}
 * @param keepAccents {@code keep_accents}; if not, text is decomposed (NFKD) and loses its marks
 * @param removeSpace {@code remove_space}: any white space at the ends goes, runs of it become one
 *     space
 */
record TokenizerSettings(boolean lowerCase, boolean keepAccents, boolean removeSpace) {

  /** What Hugging Face's {@code AlbertTokenizer} does where nothing is said. */
  static final TokenizerSettings DEFAULT = new TokenizerSettings(true, false, true);

  /**
   * @param json text of a {@code tokenizer_config.json}
   * @param source its name, for messages
   * @throws InvalidVocabularyException if it is no JSON object or a setting is no boolean
   */
  static TokenizerSettings parse(String json, String source) throws InvalidVocabularyException {
    JsonNode config = JsonNode.parseObject(json, source);
    return new TokenizerSettings(
        config.get("do_lower_case").boolOr(DEFAULT.lowerCase),
        config.get("keep_accents").boolOr(DEFAULT.keepAccents),
        config.get("remove_space").boolOr(DEFAULT.removeSpace));
  }
}
