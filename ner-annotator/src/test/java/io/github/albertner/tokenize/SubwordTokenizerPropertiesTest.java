package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every list of strings whatever. */
class SubwordTokenizerPropertiesTest {

  private static final SubwordTokenizer TOKENIZER = Vocabularies.ENGLISH_CASED;
  private static final Set<Integer> CONTROL =
      Set.of(TOKENIZER.padId(), TOKENIZER.classId(), TOKENIZER.separatorId(), TOKENIZER.maskId());

  @Provide
  static Arbitrary<List<String>> sentences() {
    Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(30);
    Arbitrary<String> utf16 =
        Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(20);
    Arbitrary<String> names =
        Arbitraries.of("[CLS]", "<pad>", "[MASK]", "<unk>", "▁", " ", "\u200b", "London", "a", "0")
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(anything, utf16, names).list().ofMaxSize(12);
  }

  @Property
  void everyWordHasItsPiecesInOrder(@ForAll("sentences") List<String> words) {
    Encoding encoding = TOKENIZER.encode(words);

    assertEquals(words.size(), encoding.words());
    int next = 0;
    for (int w = 0; w < encoding.words(); w++) {
      assertEquals(next, encoding.firstPiece(w));
      assertTrue(encoding.endPiece(w) > encoding.firstPiece(w));
      for (next = encoding.firstPiece(w); next < encoding.endPiece(w); next++) {
        assertEquals(w, encoding.wordOf(next));
      }
    }
    assertEquals(encoding.pieces(), next);
  }

  @Property
  void idsAreInRangeAndNoControlPieces(@ForAll("sentences") List<String> words) {
    Encoding encoding = TOKENIZER.encode(words);

    for (int p = 0; p < encoding.pieces(); p++) {
      int id = encoding.pieceId(p);
      assertTrue(id >= 0 && id < TOKENIZER.vocabularySize(), () -> "id " + id);
      assertTrue(!CONTROL.contains(id), () -> TOKENIZER.piece(id));
    }
  }

  @Property
  void aWordsPiecesDoNotDependOnItsNeighbours(@ForAll("sentences") List<String> words) {
    List<String> backwards = new ArrayList<>(words);
    Collections.reverse(backwards);
    Encoding encoding = TOKENIZER.encode(words);
    Encoding reversed = TOKENIZER.encode(backwards);

    for (int w = 0; w < words.size(); w++) {
      assertArrayEquals(ids(encoding, w), ids(reversed, words.size() - 1 - w));
      int[] alone = TOKENIZER.pieces(VisibleText.of(words.get(w)));
      if (alone.length > 0) {
        int kept = Math.min(alone.length, SubwordTokenizer.MOST_PIECES_OF_A_WORD);
        assertArrayEquals(Arrays.copyOf(alone, kept), ids(encoding, w));
      }
    }
  }

  private static int[] ids(Encoding encoding, int word) {
    int[] ids = new int[encoding.endPiece(word) - encoding.firstPiece(word)];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = encoding.pieceId(encoding.firstPiece(word) + i);
    }
    return ids;
  }
}
