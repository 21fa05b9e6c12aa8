package io.github.albertner.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.pretrain.TextWindow.Word;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WordMaskerTest {
  private static final int ORDINARY = 5000;

  private static SubwordTokenizer tokenizer;

  @BeforeAll
  static void open() throws IOException {
    tokenizer =
        SubwordTokenizer.ofJson(
            BaseModels.resolve("random:tiny", Optional.empty(), 1).tokenizerJson());
  }

  /** A window of words of so many pieces each; all pieces have the same id. */
  private static TextWindow window(int words, int pieces) {
    int[] ids = new int[words * pieces + 2];
    Arrays.fill(ids, ORDINARY);
    ids[0] = tokenizer.classId();
    ids[ids.length - 1] = tokenizer.separatorId();
    List<Word> all = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      all.add(new Word(1 + i * pieces, 1 + (i + 1) * pieces));
    }
    return new TextWindow(ids, all);
  }

  @Test
  void hidesTheShareOfThePieces() {
    WordMasker masker = new WordMasker(0.15, 3, tokenizer);
    for (int seed = 0; seed < 50; seed++) {
      assertEquals(30, masker.mask(window(200, 1), new Random(seed)).rows().length);
    }
  }

  @Test
  void hidesWholeWords() {
    WordMasker masker = new WordMasker(0.15, 3, tokenizer);
    for (int seed = 0; seed < 50; seed++) {
      MaskedWindow masked = masker.mask(window(100, 3), new Random(seed));
      assertEquals(45, masked.rows().length);
      for (int i = 0; i < masked.rows().length; i += 3) {
        assertEquals(1, masked.rows()[i] % 3, "a word begins");
        assertEquals(masked.rows()[i] + 1, masked.rows()[i + 1]);
        assertEquals(masked.rows()[i] + 2, masked.rows()[i + 2]);
      }
    }
  }

  @Test
  void targetsAreWhatStoodThere() {
    TextWindow window = window(50, 2);
    for (int i = 1; i <= 100; i++) {
      window.pieces()[i] = ORDINARY + i;
    }
    int[] before = window.pieces().clone();
    MaskedWindow masked = new WordMasker(0.3, 3, tokenizer).mask(window, new Random(5));
    for (int i = 0; i < masked.rows().length; i++) {
      assertEquals(ORDINARY + masked.rows()[i], masked.targets()[i]);
    }
    assertArrayEquals(before, window.pieces(), "the window itself stays");
    Set<Integer> rows = new TreeSet<>();
    for (int row : masked.rows()) {
      rows.add(row);
    }
    for (int i = 0; i < before.length; i++) {
      assertTrue(rows.contains(i) || masked.pieces()[i] == before[i], "piece " + i);
    }
  }

  /** Lengths of runs are lengths of n-grams where few are hidden: 6/11, 3/11 and 2/11. */
  @Test
  void lengthsOfNgramsFallAsOneOverN() {
    WordMasker masker = new WordMasker(0.006, 3, tokenizer);
    int[] counts = new int[4];
    int runs = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      // Three words may be hidden: what is drawn first fits, what follows may have been cut.
      MaskedWindow masked = masker.mask(window(500, 1), new Random(seed));
      assertEquals(3, masked.rows().length);
      int whole = longestRun(masked.rows());
      counts[whole]++;
      runs++;
    }
    // One run of three is drawn first with 2/11; or a word next to a pair by chance, rarely.
    assertEquals(2 / 11.0, counts[3] / (double) runs, 0.015);
    // Three single words: 6/11 first, then 6/9 (three no longer fits), then what is left.
    assertEquals(6 / 11.0 * 2 / 3, counts[1] / (double) runs, 0.015);
  }

  private static int longestRun(int[] rows) {
    int longest = 1;
    int run = 1;
    for (int i = 1; i < rows.length; i++) {
      run = rows[i] == rows[i - 1] + 1 ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  @Test
  void ofTheHiddenPiecesMostAreMaskedSomeReplacedAndSomeStay() {
    WordMasker masker = new WordMasker(0.15, 3, tokenizer);
    int mask = 0;
    int same = 0;
    int other = 0;
    for (int seed = 0; seed < 2000; seed++) {
      MaskedWindow masked = masker.mask(window(200, 1), new Random(seed));
      for (int row : masked.rows()) {
        int piece = masked.pieces()[row];
        if (piece == tokenizer.maskId()) {
          mask++;
        } else if (piece == ORDINARY) {
          same++;
        } else {
          other++;
          assertFalse(tokenizer.isControl(piece), () -> tokenizer.piece(piece));
        }
      }
    }
    double all = mask + same + other;
    assertEquals(0.8, mask / all, 0.01);
    assertEquals(0.1, other / all, 0.01);
    assertEquals(0.1, same / all, 0.01);
  }

  @Test
  void whatSeparatesWordsSeparatesNgrams() {
    // Between any two words there is a piece that must not be hidden.
    int[] pieces = new int[42];
    Arrays.fill(pieces, ORDINARY);
    List<Word> words = new ArrayList<>();
    for (int i = 1; i < 40; i += 2) {
      words.add(new Word(i, i + 1));
    }
    WordMasker masker = new WordMasker(0.15, 3, tokenizer);
    for (int seed = 0; seed < 50; seed++) {
      for (int row : masker.mask(new TextWindow(pieces, words), new Random(seed)).rows()) {
        assertEquals(1, row % 2);
      }
    }
  }

  @Test
  void theSeedDecides() {
    WordMasker masker = new WordMasker(0.15, 3, tokenizer);
    TextWindow window = window(100, 1);
    MaskedWindow first = masker.mask(window, new Random(3));
    MaskedWindow again = masker.mask(window, new Random(3));
    assertArrayEquals(first.pieces(), again.pieces());
    assertArrayEquals(first.rows(), again.rows());
    assertFalse(Arrays.equals(first.rows(), masker.mask(window, new Random(4)).rows()));
  }
}
