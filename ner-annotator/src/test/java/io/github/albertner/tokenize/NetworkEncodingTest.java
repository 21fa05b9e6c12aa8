package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network is given differs from SentencePiece's own pieces in two ways. */
class NetworkEncodingTest {
  private static final SubwordTokenizer TOKENIZER = Vocabularies.ENGLISH_CASED;
  private static final int MOST = SubwordTokenizer.MOST_PIECES_OF_A_WORD;

  static Stream<String> longTokens() {
    return Stream.of(
        "iVBORw0KGgoAAAANSUhEUgAAAAUA".repeat(12),
        "data:image/png;base64," + "R0lGODlhAQABAIAAAAUEBA".repeat(10),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "GATTACAACTTGCCA".repeat(30),
        "https://www.example.com/a/9f86d081884c7d65/x?utm_source=9a2feaa0c55ad015&id=a3bf4f1b2b",
        "x\u6F22".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("longTokens")
  void aLongTokenBringsItsFirstPiecesOnly(String token) {
    int[] all = TOKENIZER.pieces(token);
    assertTrue(all.length > MOST);

    Encoding encoding = TOKENIZER.encode(List.of("The", token, "of", token, token, "Paris"));

    int[] kept = Arrays.copyOf(all, Math.min(all.length, MOST));
    assertArrayEquals(kept, ids(encoding, 1));
    assertArrayEquals(kept, ids(encoding, 3));
    assertArrayEquals(kept, ids(encoding, 4));
    assertArrayEquals(TOKENIZER.pieces("Paris"), ids(encoding, 5));
    assertEquals(6, encoding.words());
  }

  @Test
  void piecesAreStillSentencePieces() {
    String token = "GATTACAACTTGCCA".repeat(30);

    assertTrue(TOKENIZER.pieces(token).length > 100);
    assertArrayEquals(TOKENIZER.pieces("a\uFFFDb"), TOKENIZER.pieces("a\uD83Db"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mic\u00ADrosoft", "\uFEFFMicrosoft", "Micro\u200Bsoft\u200B", "Micro\u2060soft",
        "\u202AMicrosoft\u202C", "Micro\u0000soft", "Microsoft\uD83D", "Mic\u200Dro\u200Csoft"
      })
  void theNetworkSeesTheWordWithoutWhatNobodySees(String word) {
    Encoding encoding = TOKENIZER.encode(List.of("at", word, "today"));

    assertArrayEquals(TOKENIZER.pieces("Microsoft"), ids(encoding, 1));
    assertArrayEquals(TOKENIZER.pieces("today"), ids(encoding, 2));
  }

  @Test
  void aWordThatNobodySeesIsOneUnknownPiece() {
    Encoding encoding = TOKENIZER.encode(List.of("a", "\u00AD\u200B", "\uD83D", "b"));

    assertArrayEquals(new int[] {TOKENIZER.unknownId()}, ids(encoding, 1));
    assertArrayEquals(new int[] {TOKENIZER.unknownId()}, ids(encoding, 2));
    assertEquals(4, encoding.words());
  }

  private static int[] ids(Encoding encoding, int word) {
    return IntStream.range(encoding.firstPiece(word), encoding.endPiece(word))
        .map(encoding::pieceId)
        .toArray();
  }
}
