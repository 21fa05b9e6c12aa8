package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids equal those of Google's SentencePiece, word by word. Tolerance: none. */
class WordPiecesTest {

  /** Made by reference/make_word_pieces.py; the first line names versions and date. */
  private static final String OWN_GOLDENS = "english-cased-word-pieces.jsonl";

  @Test
  void ownVocabularyAsSentencePiece() throws Exception {
    List<JsonObject> lines;
    try (InputStream in = WordPiecesTest.class.getResourceAsStream(OWN_GOLDENS)) {
      lines = objects(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    byte[] model = Files.readAllBytes(Vocabularies.englishCased().resolve("spiece.model"));
    assertEquals(
        lines.get(0).getAsJsonObject("made_by").get("spiece.model").getAsString(),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model)),
        "the goldens are of another vocabulary; make them anew");

    assertSamePieces(Vocabularies.ENGLISH_CASED, lines.subList(1, lines.size()), 2_800);
  }

  @Test
  @Tag("corpus")
  void publishedAlbertVocabularyAsSentencePiece() throws IOException {
    Path albert = Vocabularies.albert();
    List<JsonObject> lines = objects(Files.readString(albert.resolve("word-pieces.jsonl")));

    SubwordTokenizer tokenizer = SubwordTokenizer.fromFile(albert.resolve("spiece.model"));
    assertSamePieces(tokenizer, lines, 3_058);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parity-shared-layers", "parity-two-groups"})
  @Tag("corpus")
  void sentencesOfTheParityCheckpoints(String checkpoint) throws IOException {
    Path albert = Vocabularies.albert();
    String expected = Files.readString(albert.resolve(checkpoint).resolve("expected.json"));

    SubwordTokenizer tokenizer = SubwordTokenizer.fromFile(albert.resolve("spiece.model"));
    int sentences = 0;
    for (JsonElement element : sentences(JsonParser.parseString(expected))) {
      JsonObject sentence = element.getAsJsonObject();
      List<String> words =
          sentence.getAsJsonArray("words").asList().stream().map(JsonElement::getAsString).toList();
      Encoding encoding = tokenizer.encode(words);
      List<Integer> ids =
          Stream.of(
                  Stream.of(tokenizer.classId()),
                  IntStream.range(0, encoding.pieces()).mapToObj(encoding::pieceId),
                  Stream.of(tokenizer.separatorId()))
              .flatMap(part -> part)
              .toList();
      assertEquals(ints(sentence.getAsJsonArray("ids")), ids, words.toString());
      sentences++;
    }
    assertTrue(sentences > 0, "no sentences");
  }

  private static void assertSamePieces(
      SubwordTokenizer tokenizer, List<JsonObject> lines, int atLeast) {
    assertTrue(lines.size() >= atLeast, () -> lines.size() + " words");
    List<String> wrong = new ArrayList<>();
    for (JsonObject line : lines) {
      String word = line.get("word").getAsString();
      List<Integer> expected = ints(line.getAsJsonArray("ids"));
      List<Integer> found = Arrays.stream(tokenizer.pieces(word)).boxed().toList();
      if (!expected.equals(found)) {
        wrong.add("%s: expected %s, found %s".formatted(line.get("word"), expected, found));
      }
    }
    assertAll(wrong.stream().limit(20).map(message -> () -> assertEquals("", message)));
  }

  private static JsonArray sentences(JsonElement root) {
    return root.isJsonArray()
        ? root.getAsJsonArray()
        : root.getAsJsonObject().getAsJsonArray("sentences");
  }

  private static List<JsonObject> objects(String lines) {
    return lines.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  private static List<Integer> ints(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsInt).toList();
  }
}
