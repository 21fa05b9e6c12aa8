package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.augment.Augmentation;
import io.github.albertner.augment.Augmenter;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.inference.BatchRunner;
import io.github.albertner.inference.SentenceInContext;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelSet;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingExamplesTest {
  private final LabelSet labels = LabelSet.bioOf(List.of("person", "location"));
  private Checkpoint checkpoint;
  private SubwordTokenizer tokenizer;
  private LabelAligner aligner;

  @BeforeEach
  void load() throws IOException {
    checkpoint = Toy.base();
    tokenizer = SubwordTokenizer.ofJson(checkpoint.tokenizerJson());
    aligner = new LabelAligner(tokenizer, checkpoint.config(), labels);
  }

  /** Two documents: sentences of five words, and one that is longer than the network. */
  private static List<Sentence> corpus() {
    List<Sentence> corpus = new ArrayList<>();
    for (Sentence sentence : Toy.sentences(8, 1)) {
      corpus.add(sentence.withStartsDocument(corpus.isEmpty() || corpus.size() == 5));
    }
    corpus.add(
        new Sentence(
            Collections.nCopies(700, "Paris"), List.of(new EntitySpan(0, 1, "location")), false));
    return corpus;
  }

  private TrainingExamples examples(int contextPieces, Map<Augmentation, Double> augmentation) {
    return new TrainingExamples(
        corpus(), everyOf(corpus()), contextPieces, aligner, new Augmenter(augmentation, corpus()));
  }

  private static List<Integer> everyOf(List<Sentence> sentences) {
    return IntStream.range(0, sentences.size()).boxed().toList();
  }

  private static List<Integer> all(TrainingExamples examples) {
    return IntStream.range(0, examples.size()).boxed().toList();
  }

  private static List<List<Integer>> pieces(List<LabelledWindow> windows) {
    return windows.stream().map(w -> Arrays.stream(w.pieces()).boxed().toList()).toList();
  }

  @Test
  void trainingSeesThePiecesThatUseAndEvaluationSee() {
    for (int contextPieces : new int[] {0, 3, 12, 400}) {
      TrainingExamples examples = examples(contextPieces, Map.of());
      List<LabelledWindow> windows = examples.draw(all(examples), new Random(1)).windows();
      List<List<Integer>> seen = new ArrayList<>();
      List<List<Integer>> read = new ArrayList<>();
      TokenClassifier classifier =
          new TokenClassifier(
              tokenizer,
              checkpoint.config(),
              labels.size(),
              1,
              BatchRunner.inOrder(
                  batch -> {
                    assertEquals(1, batch.sentences());
                    seen.add(list(batch.pieceIds()));
                    read.add(list(batch.piecesRead()));
                    return new float[batch.rows() * labels.size()];
                  }));
      List<SentenceInContext> inUse = new ArrayList<>();
      List<List<String>> words = corpus().stream().map(Sentence::words).toList();
      inUse.addAll(SentenceInContext.ofDocument(words.subList(0, 5), contextPieces));
      inUse.addAll(SentenceInContext.ofDocument(words.subList(5, 9), contextPieces));
      inUse.forEach(sentence -> classifier.score(List.of(sentence)));
      // Windows of one sentence may come longest first; those of the others keep their order.
      assertEquals(sorted(pieces(windows)), sorted(seen));
      assertEquals(pieces(windows).subList(0, 8), seen.subList(0, 8));
      assertEquals(
          windows.subList(0, 8).stream().map(TrainingExamplesTest::labelled).toList(),
          read.subList(0, 8));
    }
  }

  /** The pieces of a window that carry labels. */
  private static List<Integer> labelled(LabelledWindow window) {
    int[] pieces = window.pieces();
    return Arrays.stream(window.labelledPieces()).map(i -> pieces[i]).boxed().toList();
  }

  private static List<Integer> list(long[] values) {
    return Arrays.stream(values).mapToInt(Math::toIntExact).boxed().toList();
  }

  private static List<List<Integer>> sorted(List<List<Integer>> lists) {
    return lists.stream().sorted(Comparator.comparing(List::toString)).toList();
  }

  @Test
  void neighboursCarryNoLabelAndComeFromTheSameDocument() {
    TrainingExamples alone = examples(0, Map.of());
    TrainingExamples placed = examples(3, Map.of());
    List<LabelledWindow> windows = placed.draw(all(placed), new Random(1)).windows();
    List<LabelledWindow> before = alone.draw(all(alone), new Random(1)).windows();
    for (int i = 0; i < 8; i++) {
      assertArrayEquals(before.get(i).labels(), windows.get(i).labels());
      boolean first = i == 0 || i == 5;
      int shift = windows.get(i).labelledPieces()[0] - before.get(i).labelledPieces()[0];
      assertTrue(first ? shift == 0 : shift > 0 && shift <= 3, "sentence " + i + ": " + shift);
      boolean last = i == 4;
      int after = windows.get(i).length() - before.get(i).length() - shift;
      assertTrue(last ? after == 0 : after > 0 && after <= 3, "sentence " + i + ": " + after);
    }
  }

  @Test
  void augmentationChangesTheSentenceAndLeavesItsNeighbours() {
    TrainingExamples plain = examples(4, Map.of());
    TrainingExamples augmented = examples(4, Map.of(Augmentation.MENTIONS, 1.0));
    TrainingExamples.Drawn drawn = augmented.draw(all(augmented), new Random(1));
    List<LabelledWindow> before = plain.draw(all(plain), new Random(1)).windows();
    assertEquals(8, drawn.tally().sentences(), "a sentence of several windows is not changed");
    assertEquals(16, drawn.tally().counts().get(Augmentation.MENTIONS));
    for (int i = 0; i < 8; i++) {
      LabelledWindow changed = drawn.windows().get(i);
      assertArrayEquals(before.get(i).labels(), changed.labels());
      assertNotEquals(labelled(before.get(i)), labelled(changed));
      assertEquals(around(before.get(i)), around(changed));
    }
    assertEquals(
        pieces(before).subList(8, before.size()),
        pieces(drawn.windows()).subList(8, before.size()));
    assertEquals(
        pieces(drawn.windows()),
        pieces(augmented.draw(all(augmented), new Random(1)).windows()),
        "the same random numbers");
    assertNotEquals(
        pieces(drawn.windows()),
        pieces(augmented.draw(all(augmented), new Random(2)).windows()),
        "afresh each time");
  }

  /** The pieces before the sentence, which begins with "Mr". */
  private static List<Integer> around(LabelledWindow window) {
    return Arrays.stream(window.pieces(), 0, window.labelledPieces()[0]).boxed().toList();
  }

  @Test
  void whatNoLongerFitsOneWindowStaysAsItIs() {
    Sentence whole =
        new Sentence(
            Collections.nCopies(400, "Paris"), List.of(new EntitySpan(0, 1, "location")), true);
    Sentence longMention =
        new Sentence(
            Collections.nCopies(300, "Rome"), List.of(new EntitySpan(0, 300, "location")), true);
    List<Sentence> both = List.of(whole, longMention);
    TrainingExamples examples =
        new TrainingExamples(
            both,
            everyOf(both),
            0,
            aligner,
            new Augmenter(Map.of(Augmentation.MENTIONS, 1.0), both));
    TrainingExamples.Drawn drawn = examples.draw(List.of(0), new Random(1));
    assertEquals(400, drawn.windows().get(0).labels().length);
    assertEquals(0, drawn.tally().changed());
  }
}
