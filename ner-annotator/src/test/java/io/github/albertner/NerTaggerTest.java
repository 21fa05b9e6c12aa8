package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelScores;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Precision;
import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NerTaggerTest {
  private static final double ROUNDING = 1e-5;
  private static final List<String> WORDS =
      List.of("Ada", "Lovelace", "wrote", "in", "London", ",", "1843", "Babbage", "naïve", "😀");

  private final ModelPackage model = TinyModels.bio();
  private final TaggerOptions options = TaggerOptions.defaults().withThreads(1);

  @Test
  void noWordsNoEntities() throws IOException {
    try (NerTagger tagger = NerTagger.of(model, options)) {
      assertEquals(List.of(), tagger.tag(List.of()));
      assertEquals(List.of(), tagger.tagAll(List.of()));
      assertEquals(0, tagger.score(List.of()).words());
      assertEquals(
          List.of(List.of(), tagger.tag(WORDS), List.of()),
          tagger.tagAll(List.of(List.of(), WORDS, List.of())));
    }
  }

  @Test
  void aSentenceScoresTheSameAloneAndAmongOthersWhateverTheBatch() throws IOException {
    List<List<String>> sentences = sentences(60, 5);
    for (int batchPieces : new int[] {1, 64, 4096}) {
      try (NerTagger tagger = NerTagger.of(model, options.withBatchPieces(batchPieces))) {
        List<LabelScores> together = tagger.scoreAll(sentences);
        for (int s = 0; s < sentences.size(); s++) {
          assertNear(tagger.score(sentences.get(s)), together.get(s), ROUNDING);
        }
      }
    }
  }

  @Test
  void spansLieWithinTheirSentenceAndDoNotOverlap() throws IOException {
    try (NerTagger tagger = NerTagger.of(model, options)) {
      List<List<String>> sentences = sentences(100, 6);
      List<List<EntitySpan>> found = tagger.tagAll(sentences);
      int count = 0;
      for (int s = 0; s < sentences.size(); s++) {
        int end = 0;
        for (EntitySpan span : found.get(s)) {
          assertTrue(span.begin() >= end && span.end() <= sentences.get(s).size());
          assertTrue(span.probability() > 0 && span.probability() <= 1);
          end = span.end();
          count++;
        }
      }
      assertTrue(count > 50, () -> "expected many entities to check, found " + count(found));
    }
  }

  @Test
  void aVeryLongSentenceLosesNoWord() throws IOException {
    try (NerTagger tagger = NerTagger.of(model, options)) {
      List<String> words = Collections.nCopies(20_000, "Babbage");
      LabelScores scores = tagger.score(words);
      assertEquals(words.size(), scores.words());
      // Far from both ends every window looks the same, so a word scored by none would stand out.
      for (int w = 1000; w < 19_000; w++) {
        assertTrue(Math.abs(scores.probability(w, 0) - 1.0 / scores.labels()) > 1e-6);
      }
    }
  }

  @Test
  void narrowedTaggersFindTogetherWhatTheWholeOneFinds() throws IOException {
    ModelPackage model = TinyModels.bio();
    List<List<String>> sentences = Sentences.of(60);
    List<List<EntitySpan>> together = new ArrayList<>();
    sentences.forEach(sentence -> together.add(new ArrayList<>()));
    for (String type : model.types()) {
      try (NerTagger narrowed =
          NerTagger.of(model.withTypes(List.of(type)), TaggerOptions.defaults())) {
        assertEquals(List.of(type), narrowed.types());
        List<List<EntitySpan>> found = narrowed.tagAll(sentences);
        for (int i = 0; i < found.size(); i++) {
          assertTrue(found.get(i).stream().allMatch(entity -> entity.type().equals(type)));
          together.get(i).addAll(found.get(i));
        }
      }
    }
    together.forEach(entities -> entities.sort(Comparator.comparingInt(EntitySpan::begin)));
    try (NerTagger whole = NerTagger.of(model, TaggerOptions.defaults())) {
      assertEquals(whole.tagAll(sentences), together);
    }
  }

  @Test
  void aModelWithoutContextSeesTheSentencesOfADocumentAlone() throws IOException {
    List<List<String>> document = documentWithAnEmptySentence();
    try (NerTagger tagger = NerTagger.of(model, options)) {
      assertEquals(0, tagger.contextPieces());
      assertEquals(tagger.tagAll(document), tagger.tagDocument(document));
      assertEquals(List.of(), tagger.tagDocument(List.of()));
      assertNotEquals(tagger.tagAll(document), tagger.tagDocument(document, 5), "neighbours count");
    }
  }

  @Test
  void aModelWithContextSeesEachSentenceOfADocumentAmongItsNeighbours() throws IOException {
    List<List<String>> document = documentWithAnEmptySentence();
    List<String> alone = document.get(0);
    try (NerTagger plain = NerTagger.of(model, options);
        NerTagger tagger = NerTagger.of(TinyModels.withContext(model, 5), options)) {
      assertEquals(5, tagger.contextPieces());
      List<List<EntitySpan>> found = tagger.tagDocument(document);
      assertEquals(plain.tagDocument(document, 5), found);
      assertEquals(
          found, tagger.scoreDocument(document).stream().map(tagger.decoder()::decode).toList());
      assertEquals(plain.tagAll(document), tagger.tagAll(document), "no document, no neighbours");
      assertEquals(List.of(tagger.tag(alone)), tagger.tagDocument(List.of(alone)));
      List<List<String>> twice = List.of(alone, alone);
      assertEquals(
          Stream.of(found, List.<List<EntitySpan>>of(), tagger.tagDocument(twice))
              .map(NerTaggerTest::certain)
              .toList(),
          tagger.tagDocuments(List.of(document, List.of(), twice)).stream()
              .map(NerTaggerTest::certain)
              .toList());
    }
  }

  /** Without probabilities, which batches of other shapes round otherwise. */
  private static List<List<EntitySpan>> certain(List<List<EntitySpan>> found) {
    return found.stream()
        .map(
            spans -> spans.stream().map(s -> new EntitySpan(s.begin(), s.end(), s.type())).toList())
        .toList();
  }

  private static List<List<String>> documentWithAnEmptySentence() {
    List<List<String>> document = new ArrayList<>(sentences(20, 5));
    document.add(7, List.of());
    return document;
  }

  @Test
  void bf16IsNearF32() throws IOException {
    try (NerTagger exact = NerTagger.of(model, options);
        NerTagger rounded = NerTagger.of(model, options.withPrecision(Precision.BF16))) {
      for (List<String> sentence : sentences(20, 7)) {
        assertNear(exact.score(sentence), rounded.score(sentence), 0.1);
      }
    }
  }

  @Test
  void manyThreadsGetWhatOneGetsBeyondRounding() throws Exception {
    List<List<String>> sentences = sentences(64, 8);
    try (NerTagger tagger = NerTagger.of(model, options)) {
      List<LabelScores> expected = sentences.stream().map(tagger::score).toList();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
          running.add(
              threads.submit(
                  () -> {
                    for (int s = 0; s < sentences.size(); s++) {
                      assertNear(expected.get(s), tagger.score(sentences.get(s)), 1e-5);
                    }
                  }));
        }
        for (Future<?> future : running) {
          future.get();
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void closingWhileThreadsTagLetsThemFinishAndRefusesTheNext() throws Exception {
    List<List<String>> sentences = sentences(16, 9);
    for (int round = 0; round < 5; round++) {
      NerTagger tagger = NerTagger.of(model, options);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<Integer>> running = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
          running.add(threads.submit(() -> tagUntilClosed(tagger, sentences)));
        }
        Thread.sleep(50);
        tagger.close();
        for (Future<Integer> future : running) {
          assertTrue(future.get() >= 0);
        }
      } finally {
        threads.shutdownNow();
      }
      assertThrows(IllegalStateException.class, () -> tagger.tag(WORDS));
      tagger.close();
    }
  }

  private static int tagUntilClosed(NerTagger tagger, List<List<String>> sentences) {
    int calls = 0;
    try {
      while (true) {
        tagger.tagAll(sentences);
        calls++;
      }
    } catch (IllegalStateException closed) {
      assertEquals("the tagger is closed", closed.getMessage());
      return calls;
    }
  }

  private static int count(List<List<EntitySpan>> found) {
    return found.stream().mapToInt(List::size).sum();
  }

  /** Sentences of 1 to 40 words; the longer ones need several windows of the tiny network. */
  private static List<List<String>> sentences(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            s ->
                IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(w -> WORDS.get(random.nextInt(WORDS.size())))
                    .toList())
        .toList();
  }

  private static void assertNear(LabelScores expected, LabelScores actual, double tolerance) {
    assertEquals(expected.words(), actual.words());
    for (int w = 0; w < expected.words(); w++) {
      for (int l = 0; l < expected.labels(); l++) {
        assertEquals(expected.probability(w, l), actual.probability(w, l), tolerance);
      }
    }
  }
}
