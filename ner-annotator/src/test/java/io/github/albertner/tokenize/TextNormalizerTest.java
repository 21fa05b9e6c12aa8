package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text steps of a tokenizer.json as Hugging Face publishes them, and what is refused. */
class TextNormalizerTest {

  @Test
  void thePublishedLayoutOfAlbert() throws IOException {
    String normalizer =
        """
        {"type":"Sequence","normalizers":[
          {"type":"Replace","pattern":{"String":"``"},"content":"\\""},
          {"type":"Replace","pattern":{"String":"''"},"content":"\\""},
          {"type":"NFKD"},{"type":"StripAccents"},{"type":"Lowercase"},
          {"type":"Strip","strip_left":false,"strip_right":true},
          {"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "}]}
        """;
    String old =
        """
        {"type":"Sequence","pretokenizers":[{"type":"WhitespaceSplit"},
          {"type":"Metaspace","replacement":"▁","str_rep":"▁","add_prefix_space":true}]}
        """;
    String current = "{\"type\":\"Metaspace\",\"replacement\":\"▁\",\"prepend_scheme\":\"always\"}";

    for (String preTokenizer : new String[] {old, current}) {
      TextNormalizer steps = normalizer(normalizer, preTokenizer);
      assertEquals("▁\"etude\"", steps.apply("``\u00c9tude''"));
      assertEquals("▁a▁b", steps.apply("A  b "));
      assertEquals("", steps.apply(""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'Nmt'} | null | json: normalizer: found type Nmt, expected one of Sequence, Replace",
        "{'type':'Sequence','normalizers':[{}]} | null | normalizers[0]: type: expected a text, found null",
        "{'type':'Precompiled','precompiled_charsmap':'!'} | null | expected base64",
        "{'type':'Precompiled','precompiled_charsmap':'/////w=='} | null | declares a trie of -1",
        "{'type':'Replace','pattern':{'Regex':'*'},'content':''} | null | Java cannot read this pattern",
        "{'type':'Replace','pattern':{'Regex':'(aa)+'},'content':''} | null | at most one repetition",
        "{'type':'Replace','pattern':{'String':''},'content':'a'} | null | String: expected a text, found none",
        "{'type':'Replace','pattern':{'String':'a'},'content':'bbbbbbbbbbbbbbbbb'} | null | content: expected at most 16 characters, found 17",
        "{'type':'Prepend','prepend':'bbbbbbbbbbbbbbbbb'} | null | prepend: expected at most 16",
        "null | {'type':'Whitespace'} | pre_tokenizer: found type Whitespace, expected one of",
        "5 | null | normalizer: expected an object, found 5"
      })
  void refusedByNameAndPlace(String normalizer, String preTokenizer, String message) {
    Exception e =
        assertThrows(
            InvalidVocabularyException.class,
            () -> normalizer(normalizer.replace('\'', '"'), preTokenizer.replace('\'', '"')));
    assertTrue(e.getMessage().contains(message), e::getMessage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | expected a list, found null",
        "{'type':'BPE'} | found BPE, expected Unigram",
        "{'vocab':[['a']]} | expected a piece and its score, found 1",
        "{'vocab':[['a','b']]} | vocab[0][1]: expected a number, found \"b\"",
        "{'vocab':[['a',-1]],'unk_id':1} | unk_id: expected a whole number of at least 0 and below 1",
        "{'vocab':[['a',-1]]} | unk_id: expected a number, found null"
      })
  void modelsAreRefusedByNameAndPlace(String model, String message) {
    JsonObject json = new JsonObject();
    json.add("model", JsonParser.parseString(model.replace('\'', '"')));
    Exception e =
        assertThrows(
            InvalidVocabularyException.class, () -> SubwordTokenizer.ofJson(json.toString()));
    assertTrue(e.getMessage().contains(message), e::getMessage);
  }

  @Test
  void notJson() {
    for (String text : new String[] {"", "{", "[]", "{\"model\""}) {
      Exception e =
          assertThrows(InvalidVocabularyException.class, () -> SubwordTokenizer.ofJson(text));
      assertTrue(e.getMessage().startsWith("tokenizer.json"), e::getMessage);
    }
  }

  @Test
  void settingsMustBeTrueOrFalse() throws IOException {
    assertEquals(TokenizerSettings.DEFAULT, TokenizerSettings.parse("{}", "c.json"));
    assertFalse(TokenizerSettings.parse("{\"do_lower_case\":false}", "c.json").lowerCase());
    Exception e =
        assertThrows(
            InvalidVocabularyException.class,
            () -> TokenizerSettings.parse("{\"keep_accents\":\"no\"}", "c.json"));
    assertEquals("c.json: keep_accents: expected true or false, found \"no\".", e.getMessage());
  }

  @Test
  void stepsThatBlowAWordUpAreStopped() throws IOException {
    String doubling = "{\"type\":\"Replace\",\"pattern\":{\"String\":\"a\"},\"content\":\"aa\"}";
    String steps =
        "{\"type\":\"Sequence\",\"normalizers\":[%s]}"
            .formatted(String.join(",", Collections.nCopies(60, doubling)));
    TextNormalizer normalizer = normalizer(steps, "null");
    assertEquals("b", normalizer.apply("b"));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> normalizer.apply("ab"));
    assertEquals(
        "the vocabulary's normalizer makes 2049 characters of a word of 2", e.getMessage());
  }

  @Test
  void stepsWithoutEndAreRefused() {
    String nested = "{\"type\":\"Sequence\",\"normalizers\":[".repeat(65) + "]}".repeat(65);
    InvalidVocabularyException e =
        assertThrows(InvalidVocabularyException.class, () -> normalizer(nested, "null"));
    assertTrue(e.getMessage().endsWith("expected at most 64 steps."), e.getMessage());
  }

  private static TextNormalizer normalizer(String normalizer, String preTokenizer)
      throws InvalidVocabularyException {
    JsonNode json =
        JsonNode.parseObject(
            "{\"normalizer\":%s,\"pre_tokenizer\":%s}".formatted(normalizer, preTokenizer), "json");
    return new TextNormalizer(json.get("normalizer"), json.get("pre_tokenizer"));
  }
}
