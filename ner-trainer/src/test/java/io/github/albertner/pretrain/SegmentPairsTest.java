package io.github.albertner.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.pretrain.TextWindow.Word;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentPairsTest {
  private static final int FIRST = 5000;

  private SubwordTokenizer tokenizer;

  @BeforeEach
  void open() throws IOException {
    tokenizer = SubwordTokenizer.ofJson(Texts.tiny().tokenizerJson());
  }

  private Optional<SegmentPairs.Pair> read(IntBuffer shard, int begin, int length, Random random) {
    return SegmentPairs.read(shard, begin, length, tokenizer, random);
  }

  @Test
  void wholeSentencesAreCutInTwoAtEveryBorderAndSwappedInHalfOfTheWindows() {
    IntBuffer shard = Texts.stored("SpWSWWSWSWWWW"); // sentences end at 3, 6, 8, 13
    int swapped = 0;
    Set<Integer> cuts = new TreeSet<>();
    int windows = 400;
    Random random = new Random(1);
    for (int i = 0; i < windows; i++) {
      // 12 hold 9 pieces of text and three that frame it, so the last sentence does not fit.
      SegmentPairs.Pair pair = read(shard, 0, 12, random).orElseThrow();
      int[] pieces = pair.window().pieces();
      int second = pair.window().secondSegment().orElseThrow();
      assertEquals(11, pieces.length);
      assertEquals(8, pair.window().textPieces());
      assertEquals(tokenizer.classId(), pieces[0]);
      assertEquals(tokenizer.separatorId(), pieces[second - 1]);
      assertEquals(tokenizer.separatorId(), pieces[10]);
      List<Integer> text = new ArrayList<>();
      IntStream.range(second, 10).forEach(row -> text.add(pieces[row]));
      List<Integer> first = IntStream.range(1, second - 1).mapToObj(row -> pieces[row]).toList();
      text.addAll(pair.swapped() ? text.size() : 0, first);
      assertEquals(IntStream.range(FIRST, FIRST + 8).boxed().toList(), text);
      cuts.add(pair.swapped() ? pieces[1] - FIRST : second - 2);
      swapped += pair.swapped() ? 1 : 0;
    }
    assertEquals(Set.of(3, 6), cuts);
    assertEquals(windows / 2.0, swapped, windows / 10.0);
  }

  @Test
  void wordsToHideAreThoseOfBothSegments() {
    IntBuffer shard = Texts.stored("SpWSW");
    Random random = new Random(1);
    SegmentPairs.Pair pair = read(shard, 0, 8, random).orElseThrow();
    while (pair.swapped()) {
      pair = read(shard, 0, 8, random).orElseThrow();
    }
    TextWindow window = pair.window();
    assertEquals(
        List.of(new Word(1, 3), new Word(3, 4), new Word(5, 6), new Word(6, 7)), window.words());
  }

  @Test
  void thereIsNoPairInOneSentenceAcrossDocumentsOrWithinASentence() {
    Random random = new Random(1);
    assertTrue(read(Texts.stored("SWWWWWWWS"), 0, 8, random).isEmpty(), "one sentence");
    assertTrue(read(Texts.stored("SWSWSWS"), 1, 8, random).isEmpty(), "begins within a sentence");
    IntBuffer documents = Texts.stored("SWSWWSWWS");
    assertFalse(read(documents, 0, 10, random).isEmpty());
    documents.put(4, 1 << 31 | tokenizer.separatorId());
    assertTrue(read(documents, 0, 10, random).isEmpty(), "a document ends");
  }

  @Test
  void theOrderIsToldInTheRowOfTheClassPieceAndSegmentsByTheirIds() {
    int vocabulary = 100;
    MaskedWindow window = new MaskedWindow(new int[] {2, 7, 3, 8, 3}, new int[] {1}, new int[] {9});
    MaskedWindow ordered = window.withOrder(3, true, vocabulary);
    assertArrayEquals(new int[] {2, 7, 3, 108, 103}, ordered.pieces());
    assertArrayEquals(new int[] {0, 1}, ordered.rows());
    assertArrayEquals(new int[] {101, 9}, ordered.targets());
    assertEquals(100, window.withOrder(3, false, vocabulary).targets()[0]);
    MaskedBatch batch = MaskedBatch.of(List.of(window, ordered));
    assertEquals(2, batch.hidden());
    assertEquals(1, batch.orders());
  }
}
