package io.github.albertner.tokenize;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Runs the {@code normalizer} and the {@code pre_tokenizer} of a {@code tokenizer.json} on a word:
 * the steps it lists, in order, and then spaces written as word marks.
 *
 * <p>The steps are those of the tokenizers that Hugging Face makes from SentencePiece models. They
 * run as Google's ALBERT and SentencePiece run them, see the package description.
 *
 * <p>The file is untrusted, and its steps run on every word: their number, what each may add, and
 * what a pattern may ask for are bounded far above what published tokenizers have.
 */
final class TextNormalizer {

  private static final String SUPPORTED =
      "Sequence, Replace, Prepend, Strip, NFC, NFD, NFKC, NFKD, StripAccents, Lowercase,"
          + " Precompiled, BertNormalizer";

  private static final int MAX_STEPS = 64;
  private static final int MAX_INSERTED_CHARS = 16;

  /** NFKD makes eighteen characters of one. */
  private static final int MAX_GROWTH = 32;

  /** Of each word, on top. */
  private static final int FREE_GROWTH = 1024;

  private final List<UnaryOperator<String>> steps = new ArrayList<>();
  private int stepsSeen;
  private String wordMark = "▁";
  private boolean marksBegin;

  /**
   * @param normalizer the object, if any
   * @param preTokenizer the object, if any
   * @throws InvalidVocabularyException for a step of unknown type or with a damaged setting
   */
  TextNormalizer(JsonNode normalizer, JsonNode preTokenizer) throws InvalidVocabularyException {
    addStep(normalizer);
    addPreTokenizer(preTokenizer);
  }

  /**
   * Checks the steps as the constructor does.
   *
   * @throws InvalidVocabularyException for a step of unknown type or with a damaged setting
   */
  static void check(JsonNode normalizer, JsonNode preTokenizer) throws InvalidVocabularyException {
    TextNormalizer unused = new TextNormalizer(normalizer, preTokenizer);
  }

  /**
   * The word as the unigram model sees it: without spaces; empty if nothing is left of it.
   *
   * @throws IllegalStateException if the steps blow the word up beyond anything sensible
   */
  String apply(String word) {
    String text = UnicodeText.wellFormed(word);
    for (UnaryOperator<String> step : steps) {
      text = step.apply(text);
      if (text.length() > (long) MAX_GROWTH * word.length() + FREE_GROWTH) {
        throw new IllegalStateException(
            "the vocabulary's normalizer makes %s characters of a word of %s"
                .formatted(text.length(), word.length()));
      }
    }
    if (text.isEmpty()) {
      return text;
    }
    String escaped = text.replace(" ", wordMark);
    return marksBegin ? wordMark + escaped : escaped;
  }

  private void addStep(JsonNode step) throws InvalidVocabularyException {
    if (step.isAbsent()) {
      return;
    }
    countStep(step);
    String type = step.get("type").string();
    switch (type) {
      case "Sequence" -> {
        for (JsonNode part : step.get("normalizers").items()) {
          addStep(part);
        }
      }
      case "Replace" -> {
        Pattern pattern = pattern(step.get("pattern"));
        String content = Matcher.quoteReplacement(inserted(step.get("content")));
        steps.add(text -> pattern.matcher(text).replaceAll(content));
      }
      case "Prepend" -> {
        String prefix = inserted(step.get("prepend"));
        steps.add(text -> text.isEmpty() ? text : prefix + text);
      }
      case "Strip" -> {
        boolean left = step.get("strip_left").bool();
        boolean right = step.get("strip_right").bool();
        steps.add(text -> UnicodeText.stripped(text, left, right));
      }
      case "NFC", "NFD", "NFKC", "NFKD" -> {
        Normalizer.Form form = Normalizer.Form.valueOf(type);
        steps.add(text -> Normalizer.normalize(text, form));
      }
      case "StripAccents" -> steps.add(UnicodeText::withoutCombining);
      case "BertNormalizer" -> addBertSteps(step);
      case "Lowercase" -> steps.add(text -> text.toLowerCase(Locale.ROOT));
      case "Precompiled" -> {
        steps.add(characterMap(step.get("precompiled_charsmap"))::apply);
      }
      default ->
          throw new InvalidVocabularyException(
              "%s: found type %s, expected one of %s.".formatted(step.where(), type, SUPPORTED));
    }
  }

  private void addBertSteps(JsonNode step) throws InvalidVocabularyException {
    boolean lowerCase = step.get("lowercase").boolOr(true);
    if (step.get("clean_text").boolOr(true)) {
      steps.add(BertText::clean);
    }
    if (step.get("handle_chinese_chars").boolOr(true)) {
      steps.add(BertText::withSpacesAroundIdeographs);
    }
    if (step.get("strip_accents").boolOr(lowerCase)) {
      steps.add(BertText::withoutAccents);
    }
    if (lowerCase) {
      steps.add(BertText::lowerCase);
    }
  }

  private void addPreTokenizer(JsonNode step) throws InvalidVocabularyException {
    if (step.isAbsent()) {
      return;
    }
    countStep(step);
    String type = step.get("type").string();
    switch (type) {
      case "Sequence" -> {
        for (JsonNode part : step.get("pretokenizers").items()) {
          addPreTokenizer(part);
        }
      }
      case "BertPreTokenizer" -> {
        steps.add(BertText::parts);
        wordMark = " ";
      }
      case "WhitespaceSplit" -> steps.add(TextNormalizer::foldSpaces);
      case "Metaspace" -> {
        wordMark = inserted(step.get("replacement"));
        JsonNode scheme = step.get("prepend_scheme");
        marksBegin =
            scheme.isAbsent()
                ? step.get("add_prefix_space").boolOr(true) // as written before 2024
                : !scheme.string().equals("never");
      }
      default ->
          throw new InvalidVocabularyException(
              ("%s: found type %s, expected one of Sequence, WhitespaceSplit, Metaspace,"
                      + " BertPreTokenizer.")
                  .formatted(step.where(), type));
    }
  }

  private void countStep(JsonNode step) throws InvalidVocabularyException {
    if (++stepsSeen > MAX_STEPS) {
      throw new InvalidVocabularyException(
          "%s: expected at most %s steps.".formatted(step.where(), MAX_STEPS));
    }
  }

  private static String inserted(JsonNode text) throws InvalidVocabularyException {
    if (text.string().length() > MAX_INSERTED_CHARS) {
      throw new InvalidVocabularyException(
          "%s: expected at most %s characters, found %s."
              .formatted(text.where(), MAX_INSERTED_CHARS, text.string().length()));
    }
    return text.string();
  }

  private static Pattern pattern(JsonNode pattern) throws InvalidVocabularyException {
    JsonNode literal = pattern.get("String");
    if (!literal.isAbsent()) {
      if (literal.string().isEmpty()) {
        throw new InvalidVocabularyException(literal.where() + ": expected a text, found none.");
      }
      return Pattern.compile(literal.string(), Pattern.LITERAL);
    }
    JsonNode regex = pattern.get("Regex");
    if (!SimpleRegex.is(regex.string())) {
      throw new InvalidVocabularyException(
          "%s: expected a pattern of at most one repetition, without groups but lookbehinds, found %s."
              .formatted(regex.where(), regex.value()));
    }
    try {
      return Pattern.compile(regex.string(), Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      throw new InvalidVocabularyException(
          "%s: Java cannot read this pattern: %s".formatted(regex.where(), e.getMessage()), e);
    }
  }

  private static CharacterMap characterMap(JsonNode base64) throws InvalidVocabularyException {
    try {
      return new CharacterMap(Base64.getDecoder().decode(base64.string()));
    } catch (IllegalArgumentException e) {
      throw new InvalidVocabularyException(
          "%s: expected base64: %s".formatted(base64.where(), e.getMessage()), e);
    }
  }

  private static String foldSpaces(String text) {
    return UnicodeText.stripped(text.replaceAll("(?U)\\s+", " "), true, true);
  }
}
