package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** SentencePiece models of every supported kind become a tokenizer.json that says the same. */
class SentencePieceConverterTest {

  @Test
  void userDefinedPiecesCostNextToNothing() throws IOException {
    SubwordTokenizer tokenizer =
        SpieceFile.albertLike()
            .piece("the", 0, 4) // 5
            .normal("▁", -4f) // 6
            .normal("o", -5f)
            .normal("rs", -5f)
            .normal("thers", -6f)
            .open();
    assertArrayEquals(new int[] {6, 7, 5, 8}, tokenizer.pieces("others"));
  }

  @Test
  void unusedPiecesAreNotFound() throws IOException {
    SubwordTokenizer tokenizer =
        SpieceFile.albertLike()
            .piece("▁ab", 0, 5)
            .normal("▁", -1f)
            .normal("a", -9f)
            .normal("b", -9f)
            .open();
    assertArrayEquals(new int[] {6, 7, 8}, tokenizer.pieces("ab"));
  }

  @Test
  void unknownCharactersBecomeBytePieces() throws IOException {
    SpieceFile file = SpieceFile.albertLike().trainerSpec(1, true).normal("▁", -1f); // 5
    for (int b = 0; b < 256; b++) {
      file.piece(String.format(Locale.ROOT, "<0x%02X>", b), 0, 6); // 6 + b
    }
    SubwordTokenizer tokenizer = file.normal("a", -2f).open(); // 262
    assertArrayEquals(
        new int[] {5, 262, 6 + 0xC3, 6 + 0xA9, 6 + 0x21, 262}, tokenizer.pieces("aé!a"));
    assertArrayEquals(
        IntStream.concat(IntStream.of(5), "<0x41>".chars().map(c -> 6 + c)).toArray(),
        tokenizer.pieces("<0x41>"));
  }

  @Test
  void spacesAndTheWordMarkAsTheModelSays() throws IOException {
    SpieceFile pieces = SpieceFile.albertLike().normal("▁", -1f).normal("a", -2f); // 5, 6
    SubwordTokenizer tokenizer = pieces.open();
    assertArrayEquals(new int[] {5, 6, 5, 6}, tokenizer.pieces("  a  a "));
    assertArrayEquals(new int[] {}, tokenizer.pieces(" ▁ "));
    SubwordTokenizer unprefixed = pieces.normalizerSpec(false, false).open();
    assertArrayEquals(new int[] {5, 5, 6, 5}, unprefixed.pieces("  a "));
  }

  @Test
  void settingsDecideCaseAccentsAndSpace() throws IOException {
    String text = "\u3000Ze\u0308LDA\u2003x";
    assertEquals("▁zelda▁x", normalised(new TokenizerSettings(true, false, true), text));
    assertEquals("▁ZeLDA▁x", normalised(new TokenizerSettings(false, false, true), text));
    assertEquals("▁zëlda▁x", normalised(new TokenizerSettings(true, true, true), text));
    assertEquals("▁ZëLDA▁x", normalised(new TokenizerSettings(false, true, false), text));
    assertEquals("▁\"x\"", normalised(new TokenizerSettings(false, true, false), "``x''"));
  }

  @Test
  void bothHuggingFaceAndThisLibraryReadTheJson() throws IOException {
    SubwordTokenizer own = Vocabularies.ENGLISH_CASED;
    byte[] json = own.json().getBytes(StandardCharsets.UTF_8);
    Map<String, String> options =
        Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "true");
    SubwordTokenizer again = SubwordTokenizer.ofJson(own.json());
    try (HuggingFaceTokenizer theirs =
        HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options)) {
      assertEquals(own.json(), again.json());
      for (String word :
          "London Erdoğan naïve ﬁnance ½ U.S. 1,000 ``x'' 😀 ( restaurants".split(" ", -1)) {
        long[] expected =
            LongStream.concat(
                    LongStream.concat(
                        LongStream.of(own.classId()),
                        Arrays.stream(own.pieces(word)).asLongStream()),
                    LongStream.of(own.separatorId()))
                .toArray();
        assertArrayEquals(expected, theirs.encode(word).getIds(), word);
        assertArrayEquals(own.pieces(word), again.pieces(word), word);
      }
      assertArrayEquals(
          new long[] {own.classId(), own.maskId(), own.separatorId()},
          theirs.encode("[MASK]").getIds());
    }
  }

  @Test
  void otherKindsOfModelAreRefusedByName() {
    SpieceFile bpe = SpieceFile.albertLike().trainerSpec(2, false);
    assertMessage("type bpe, expected unigram", bpe);
    assertMessage("[CLS] or <s>", new SpieceFile().piece("<unk>", 0, 2).normal("a", -1f));
    assertMessage("no piece of type UNKNOWN", new SpieceFile().normal("a", -1f));
    assertMessage("named before", SpieceFile.albertLike().normal("a", -1f).normal("a", -1f));
    assertMessage("expected a number", SpieceFile.albertLike().normal("a", Float.NaN));
  }

  @Test
  void damagedFilesAreRefusedWithTheirName() {
    byte[] whole = SpieceFile.albertLike().normal("▁abc", -1f).toByteArray();
    for (byte[] bytes :
        new byte[][] {
          {},
          "not a model".getBytes(StandardCharsets.UTF_8),
          Arrays.copyOf(whole, whole.length - 3),
          new byte[100]
        }) {
      Exception e =
          assertThrows(
              InvalidVocabularyException.class, () -> SentencePieceModel.parse(bytes, "x.model"));
      assertTrue(e.getMessage().startsWith("x.model is no SentencePiece model"), e::getMessage);
    }
  }

  private static void assertMessage(String part, SpieceFile file) {
    Exception e = assertThrows(InvalidVocabularyException.class, file::open);
    assertTrue(e.getMessage().contains(part), e::getMessage);
  }

  private static String normalised(TokenizerSettings settings, String text) throws IOException {
    byte[] model = Files.readAllBytes(Vocabularies.englishCased().resolve("spiece.model"));
    JsonNode json =
        JsonNode.parseObject(
            SentencePieceConverter.toTokenizerJson(
                SentencePieceModel.parse(model, "spiece.model"), settings, "spiece.model"),
            "json");
    return new TextNormalizer(json.get("normalizer"), json.get("pre_tokenizer")).apply(text);
  }
}
