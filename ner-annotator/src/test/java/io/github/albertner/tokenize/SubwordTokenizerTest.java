package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words in, pieces and word index out. */
class SubwordTokenizerTest {

  private static final SubwordTokenizer TOKENIZER = Vocabularies.ENGLISH_CASED;

  @TempDir private Path folder;

  @Test
  void piecesKeepTheirWord() {
    Encoding encoding = TOKENIZER.encode(List.of("Erdoğan", "visited", "London", "."));

    assertEquals(4, encoding.words());
    assertEquals(
        List.of("▁Er", "do", "ğ", "an", "▁visited", "▁London", "▁."),
        IntStream.range(0, encoding.pieces())
            .mapToObj(p -> TOKENIZER.piece(encoding.pieceId(p)))
            .toList());
    assertEquals(
        List.of(0, 0, 0, 0, 1, 2, 3),
        IntStream.range(0, encoding.pieces()).mapToObj(encoding::wordOf).toList());
    assertEquals(4, encoding.firstPiece(1));
    assertEquals(5, encoding.endPiece(1));
    assertThrows(IndexOutOfBoundsException.class, () -> encoding.firstPiece(4));
  }

  @Test
  void theFirstFiveIdsAreAlberts() {
    assertEquals(16_000, TOKENIZER.vocabularySize());
    assertEquals(0, TOKENIZER.padId());
    assertEquals(1, TOKENIZER.unknownId());
    assertEquals(2, TOKENIZER.classId());
    assertEquals(3, TOKENIZER.separatorId());
    assertEquals(4, TOKENIZER.maskId());
    assertEquals("[CLS]", TOKENIZER.piece(2));
    assertThrows(IndexOutOfBoundsException.class, () -> TOKENIZER.piece(16_000));
  }

  @Test
  void aSentenceMayBeEmpty() {
    Encoding encoding = TOKENIZER.encode(List.of());

    assertEquals(0, encoding.words());
    assertEquals(0, encoding.pieces());
  }

  @Test
  void aWordThatLeavesNothingHasOneUnknownPiece() {
    List<String> nothing = List.of("", " ", "\u200b", "\t\n", "\u0001", "▁");
    Encoding encoding = TOKENIZER.encode(nothing);

    assertEquals(nothing.size(), encoding.pieces());
    for (int p = 0; p < encoding.pieces(); p++) {
      assertEquals(0, TOKENIZER.pieces(nothing.get(p)).length);
      assertEquals(TOKENIZER.unknownId(), encoding.pieceId(p));
      assertEquals(p, encoding.wordOf(p));
    }
  }

  static Stream<String> words() {
    return Stream.of(
        "x".repeat(100_000),
        "Supercalifragilistic".repeat(5_000),
        " ".repeat(100_000) + "x" + " \u2581".repeat(50_000),
        "\u6f22".repeat(100_000),
        "e" + "\u0301".repeat(100_000),
        "\ud83d\ude00".repeat(1_000),
        "\ud83d",
        "\ude00\ud83d",
        "a\ud83db",
        "\u0000",
        "a\u0000b",
        "\u0001\u0007\u001b[31m",
        "\u202e\u05d0\u05d1\u0627\u0644",
        "\u200d\ufe0f\u20e3",
        "\uffff\ufffe\ufdd0",
        "\udbff\udfff");
  }

  @ParameterizedTest
  @MethodSource("words")
  void anyStringIsAWord(String word) {
    Encoding encoding = TOKENIZER.encode(List.of("before", word, "after"));

    assertEquals(3, encoding.words());
    assertTrue(encoding.endPiece(1) > encoding.firstPiece(1));
    assertArrayEquals(TOKENIZER.pieces("after"), ids(encoding, 2));
  }

  @Test
  void aLoneSurrogateIsTheReplacementCharacter() {
    assertArrayEquals(TOKENIZER.pieces("a\ufffdb"), TOKENIZER.pieces("a\ud83db"));
    assertArrayEquals(TOKENIZER.pieces("a\ufffd"), TOKENIZER.pieces("a\ud83d"));
  }

  @Test
  void theNextCallDoesNotSeeWhatACallerDidToItsIds() {
    int[] ids = TOKENIZER.pieces("London");
    ids[0] = -1;

    assertTrue(TOKENIZER.pieces("London")[0] >= 0);
  }

  @Test
  void manyThreadsGetTheSamePieces() throws Exception {
    List<List<String>> sentences = new ArrayList<>();
    for (int s = 0; s < 200; s++) {
      int seed = s;
      sentences.add(
          IntStream.range(0, 20).mapToObj(w -> "word" + (seed * 7 + w * w) + "Ab").toList());
    }
    SubwordTokenizer shared = SubwordTokenizer.ofJson(TOKENIZER.json());
    List<List<Integer>> expected = sentences.stream().map(s -> all(TOKENIZER.encode(s))).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<List<Integer>>>> runs = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        runs.add(threads.submit(() -> sentences.stream().map(s -> all(shared.encode(s))).toList()));
      }
      for (Future<List<List<Integer>>> run : runs) {
        assertEquals(expected, run.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aDirectoryWithoutVocabularySaysWhatIsExpected() {
    Exception e =
        assertThrows(
            InvalidVocabularyException.class, () -> SubwordTokenizer.fromDirectory(folder));

    assertEquals(
        folder
            + ": expected a vocabulary, tokenizer.json, spiece.model or vocab.txt; found none of them.",
        e.getMessage());
    assertThrows(
        InvalidVocabularyException.class,
        () -> SubwordTokenizer.fromFile(folder.resolve("spiece.model")));
  }

  @Test
  void aTokenizerJsonWinsOverASpieceModel() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER.json());
    Files.writeString(folder.resolve("spiece.model"), "not looked at");

    SubwordTokenizer tokenizer = SubwordTokenizer.fromDirectory(folder);
    assertEquals(TOKENIZER.json(), tokenizer.json());
  }

  private static int[] ids(Encoding encoding, int word) {
    return IntStream.range(encoding.firstPiece(word), encoding.endPiece(word))
        .map(encoding::pieceId)
        .toArray();
  }

  private static List<Integer> all(Encoding encoding) {
    return IntStream.range(0, encoding.pieces()).mapToObj(encoding::pieceId).toList();
  }
}
