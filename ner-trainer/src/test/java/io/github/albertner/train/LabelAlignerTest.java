package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelSet;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelAlignerTest {
  private final LabelSet labels = LabelSet.bioOf(List.of("disease"));
  private SubwordTokenizer tokenizer;
  private LabelAligner aligner;

  @BeforeEach
  void load() throws IOException {
    Checkpoint checkpoint = BaseModels.resolve("random:tiny", Optional.empty(), 1);
    tokenizer = SubwordTokenizer.ofJson(checkpoint.tokenizerJson());
    aligner = new LabelAligner(tokenizer, checkpoint.config(), labels);
  }

  @Test
  void labelsStandAtFirstPieces() {
    Sentence sentence =
        new Sentence(
            List.of("has", "hyperphenylalaninaemia", "today"),
            List.of(new EntitySpan(1, 2, "disease")),
            true);
    LabelledWindow window = aligner.windows(sentence).get(0);
    int[] first = tokenizer.pieces("has");
    int[] second = tokenizer.pieces("hyperphenylalaninaemia");
    assertTrue(second.length > 1, "expected a word of several pieces");
    assertArrayEquals(
        new int[] {1, 1 + first.length, 1 + first.length + second.length}, window.labelledPieces());
    assertArrayEquals(new int[] {0, labels.index("B-disease"), 0}, window.labels());
    int[] pieces = window.pieces();
    assertEquals(tokenizer.classId(), pieces[0]);
    assertEquals(tokenizer.separatorId(), pieces[pieces.length - 1]);
    assertEquals(second[0], pieces[window.labelledPieces()[1]]);
  }

  @Test
  void everyWordOfALongSentenceIsLearnedFromOnce() {
    List<String> words = Collections.nCopies(3000, "word");
    List<EntitySpan> entities = new ArrayList<>();
    for (int w = 0; w < 3000; w += 10) {
      entities.add(new EntitySpan(w, w + 2, "disease"));
    }
    List<LabelledWindow> windows = aligner.windows(new Sentence(words, entities, true));
    assertTrue(windows.size() > 1);
    int[] all = windows.stream().flatMapToInt(w -> Arrays.stream(w.labels())).toArray();
    assertArrayEquals(aligner.wordLabels(new Sentence(words, entities, true)), all);
  }

  @Test
  void hiddenWordsLoseAllTheirPiecesAndNothingElse() {
    Sentence sentence =
        new Sentence(List.of("a", "hyperphenylalaninaemia", "of", "sorts"), List.of(), true);
    LabelledWindow window = aligner.windows(sentence).get(0);
    int[] pieces = window.pieces();
    assertArrayEquals(pieces, window.piecesWithHiddenWords(0, tokenizer.maskId(), new Random(1)));
    int[] all = window.piecesWithHiddenWords(0.999999, tokenizer.maskId(), new Random(1));
    assertEquals(tokenizer.classId(), all[0]);
    assertEquals(tokenizer.separatorId(), all[all.length - 1]);
    for (int i = 1; i < all.length - 1; i++) {
      assertEquals(tokenizer.maskId(), all[i]);
    }
    int[] starts = window.labelledPieces();
    for (int seed = 0; seed < 20; seed++) {
      int[] some = window.piecesWithHiddenWords(0.5, tokenizer.maskId(), new Random(seed));
      for (int p = starts[1]; p < starts[2]; p++) {
        assertEquals(some[starts[1]] == tokenizer.maskId(), some[p] == tokenizer.maskId());
      }
    }
  }

  @Test
  void anUnknownTypeIsNamed() {
    Sentence sentence =
        new Sentence(List.of("aspirin"), List.of(new EntitySpan(0, 1, "drug")), true);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> aligner.windows(sentence));
    assertTrue(e.getMessage().contains("drug"), e.getMessage());
  }

  @Test
  void inALongSentenceEveryWordIsLearnedFromOnce() throws IOException {
    List<String> words = Collections.nCopies(400, "hyperphenylalaninaemia");
    List<LabelledWindow> windows = aligner.windows(new Sentence(words, List.of(), true));
    assertTrue(windows.size() > 1);
    assertEquals(400, windows.stream().mapToInt(w -> w.labels().length).sum());
  }
}
