package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control pieces never come from text. */
class ControlPiecesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "<pad>",
        "<unk>",
        "▁[SEP]",
        " [CLS]",
        "[CLS] ",
        "x[MASK]y",
        "[CLS][SEP]",
        "<pad><pad>",
        "[CLS",
        "▁▁<pad>",
        " [MASK]",
        "\u00a0[SEP]",
        "[\u200bCLS]",
        "<UNK>",
        "[cls]"
      })
  void namesOfControlPiecesAreText(String word) {
    SubwordTokenizer tokenizer = Vocabularies.ENGLISH_CASED;
    Set<Integer> control =
        Set.of(tokenizer.padId(), tokenizer.classId(), tokenizer.separatorId(), tokenizer.maskId());

    assertFalse(Arrays.stream(tokenizer.pieces(word)).anyMatch(control::contains));
  }

  @Test
  void theUnknownPieceIsNoTextEither() {
    int[] pieces = Vocabularies.ENGLISH_CASED.pieces("<unk>");

    assertEquals("▁<unk>", spelled(Vocabularies.ENGLISH_CASED, pieces));
    assertFalse(Arrays.stream(pieces).anyMatch(id -> id == Vocabularies.ENGLISH_CASED.unknownId()));
  }

  @Test
  void addedTokensOfATokenizerJsonAreNotLookedForInText() throws IOException {
    JsonObject json = JsonParser.parseString(Vocabularies.ENGLISH_CASED.json()).getAsJsonObject();
    int size = Vocabularies.ENGLISH_CASED.vocabularySize();
    JsonObject added = new JsonObject();
    added.addProperty("id", size);
    added.addProperty("content", "London");
    added.addProperty("special", true);
    json.getAsJsonArray("added_tokens").add(added);

    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(json.toString());
    assertEquals(size + 1, tokenizer.vocabularySize());
    assertEquals("London", tokenizer.piece(size));
    assertEquals(List.of("▁London"), names(tokenizer, tokenizer.pieces("London")));
  }

  @Test
  @Tag("corpus")
  void inThePublishedVocabularyToo() throws IOException {
    SubwordTokenizer tokenizer = SubwordTokenizer.fromDirectory(Vocabularies.albert());
    assertEquals(List.of("▁[", "cl", "s", "]"), names(tokenizer, tokenizer.pieces("[CLS]")));
    assertEquals(List.of("▁[", "mask", "]"), names(tokenizer, tokenizer.pieces("▁[MASK]")));
  }

  private static List<String> names(SubwordTokenizer tokenizer, int[] ids) {
    return Arrays.stream(ids).mapToObj(tokenizer::piece).toList();
  }

  private static String spelled(SubwordTokenizer tokenizer, int[] ids) {
    return names(tokenizer, ids).stream().collect(Collectors.joining());
  }
}
