package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.Encodings;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No word is lost, none is decided twice, and each is decided where it has most context. */
class WindowerPropertyTest {

  @Property
  void everyWordIsDecidedOnceByAWindowThatHoldsItsFirstPiece(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 9) Integer> piecesPerWord,
      @ForAll @IntRange(min = 3, max = 40) int maxPositions) {
    Encoding encoding = Encodings.of(piecesPerWord);
    int next = 0;
    for (Window window : new Windower(maxPositions).windows(encoding)) {
      assertEquals(next, window.firstWord());
      assertTrue(window.endWord() > window.firstWord());
      assertTrue(window.length() <= maxPositions, () -> window + " is too long");
      for (int word = window.firstWord(); word < window.endWord(); word++) {
        int first = encoding.firstPiece(word);
        assertTrue(first >= window.begin() && first < window.end(), window + " lacks " + word);
      }
      next = window.endWord();
    }
    assertEquals(piecesPerWord.size(), next);
  }

  @Property
  void noOtherWindowGivesAWordMoreContext(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 3) Integer> piecesPerWord,
      @ForAll @IntRange(min = 12, max = 40) int maxPositions) {
    Encoding encoding = Encodings.of(piecesPerWord);
    List<Window> windows = new Windower(maxPositions).windows(encoding);
    for (Window deciding : windows) {
      for (int word = deciding.firstWord(); word < deciding.endWord(); word++) {
        int first = encoding.firstPiece(word);
        for (Window other : windows) {
          assertTrue(
              context(deciding, first, encoding) >= context(other, first, encoding),
              "word " + word + " is decided by " + deciding + ", not by " + other);
        }
      }
    }
  }

  /** Pieces up to the nearer end of the window; the sentence's own ends do not count as such. */
  private static int context(Window window, int piece, Encoding encoding) {
    if (piece < window.begin() || piece >= window.end()) {
      return -1;
    }
    int before = window.begin() == 0 ? Integer.MAX_VALUE : piece - window.begin();
    int after = window.end() == encoding.pieces() ? Integer.MAX_VALUE : window.end() - 1 - piece;
    return Math.min(before, after);
  }

  @Example
  void aSentenceThatFitsIsOneWindow() {
    assertEquals(
        List.of(new Window(0, 6, 0, 3)), new Windower(8).windows(Encodings.of(List.of(1, 2, 3))));
    assertEquals(2, new Windower(7).windows(Encodings.of(List.of(1, 2, 3))).size());
  }

  @Example
  void anEmptySentenceHasNoWindow() {
    assertEquals(List.of(), new Windower(8).windows(Encodings.of(List.of())));
  }

  @Example
  void aWordLongerThanTheNetworkIsDecidedByItsBeginning() {
    List<Window> windows = new Windower(10).windows(Encodings.of(List.of(1, 100, 1)));
    assertEquals(3, windows.get(windows.size() - 1).endWord());
    assertEquals(0, windows.get(0).begin());
  }

  @Example
  void piecesAreFramedAndFirstPiecesCountTheFrame() {
    Encoding encoding = Encodings.of(List.of(2, 1, 3));
    Window window = new Window(2, 6, 1, 3);
    assertArrayEquals(new int[] {7, 102, 103, 104, 105, 8}, window.pieceIds(encoding, 7, 8));
    assertArrayEquals(new int[] {1, 2}, window.firstPieces(encoding));
  }

  @Example
  void aHundredThousandWordsGoThrough() {
    Encoding encoding = Encodings.of(Collections.nCopies(100_000, 2));
    List<Window> windows = new Windower(512).windows(encoding);
    assertEquals(100_000, windows.get(windows.size() - 1).endWord());
    assertTrue(windows.size() < 200_000 / 380, () -> windows.size() + " windows");
  }

  @Example
  void twoPositionsLeaveNoRoom() {
    assertThrows(IllegalArgumentException.class, () -> new Windower(2));
  }
}
