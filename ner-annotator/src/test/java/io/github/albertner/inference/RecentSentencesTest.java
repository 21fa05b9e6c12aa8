package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.label.LabelScores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RecentSentencesTest {
  private final RecentSentences recent = new RecentSentences(10);
  private final List<List<String>> computed = new ArrayList<>();

  private List<LabelScores> compute(List<SentenceInContext> sentences) {
    sentences.forEach(sentence -> computed.add(sentence.words()));
    return sentences.stream()
        .map(SentenceInContext::words)
        .map(words -> LabelScores.ofLogits(new float[2 * words.size()], words.size(), 2))
        .toList();
  }

  private LabelScores score(String... words) {
    return recent.score(alone(List.of(List.of(words))), this::compute).get(0);
  }

  private static List<SentenceInContext> alone(List<List<String>> sentences) {
    return sentences.stream().map(SentenceInContext::alone).toList();
  }

  @Test
  void aSentenceAmongOtherNeighboursIsAnother() {
    List<SentenceInContext> sentences =
        new ArrayList<>(
            SentenceInContext.ofDocument(List.of(List.of("a"), List.of("b"), List.of("a")), 1));
    sentences.addAll(SentenceInContext.ofDocument(List.of(List.of("a"), List.of("b")), 1));
    sentences.addAll(SentenceInContext.ofDocument(List.of(List.of("a"), List.of("b")), 2));
    sentences.addAll(alone(List.of(List.of("a"), List.of("a", "b"))));
    RecentSentences roomy = new RecentSentences(100);
    roomy.score(sentences, this::compute);
    // a|b, |a|b, b|a, a|b at the end; the same with 2 pieces; alone; and a sentence of both words.
    assertEquals(
        List.of(
            List.of("a", "b"),
            List.of("a", "b", "a"),
            List.of("b", "a"),
            List.of("a", "b"),
            List.of("a", "b"),
            List.of("a", "b"),
            List.of("a"),
            List.of("a", "b")),
        computed);
    roomy.score(sentences, this::compute);
    assertEquals(8, computed.size());
  }

  @Test
  void neighboursCountALittle() {
    RecentSentences small = new RecentSentences(3);
    List<String> neighbours = Collections.nCopies(64, "n");
    List<SentenceInContext> sentences =
        SentenceInContext.ofDocument(List.of(List.of("a"), neighbours), 64);
    small.score(sentences.subList(0, 1), this::compute); // 1 + 64 / 16 are more than 3
    small.score(sentences.subList(0, 1), this::compute);
    assertEquals(2, computed.size());
  }

  @Test
  void aSentenceAskedForAgainIsNotComputedAgain() {
    assertSame(score("a", "b"), score("a", "b"));
    score("a");
    assertEquals(List.of(List.of("a", "b"), List.of("a")), computed);
  }

  @Test
  void ofManySentencesOnlyTheUnknownAreComputedOnceAndAllComeInOrder() {
    score("b");
    List<LabelScores> scores =
        recent.score(
            alone(List.of(List.of("a", "a"), List.of("b"), List.of(), List.of("a", "a"))),
            this::compute);
    assertEquals(List.of(2, 1, 0, 2), scores.stream().map(LabelScores::words).toList());
    assertEquals(List.of(List.of("b"), List.of("a", "a"), List.of()), computed);
  }

  @Test
  void whatTheCallerDoesToHisListLaterChangesNothing() {
    List<String> words = new ArrayList<>(List.of("a", "b"));
    recent.score(alone(List.of(words)), this::compute);
    words.set(0, "c");
    score("a", "b");
    assertEquals(1, computed.size());
    recent.score(alone(List.of(words)), this::compute);
    assertEquals(2, computed.size());
  }

  @Test
  void sentencesNotAskedForAreForgottenFirst() {
    score("1", "2", "3", "4");
    score("5", "6", "7", "8");
    score("1", "2", "3", "4");
    score("9", "10", "11", "12");
    computed.clear();
    score("1", "2", "3", "4");
    assertEquals(List.of(), computed);
    score("5", "6", "7", "8");
    assertEquals(1, computed.size());
  }

  @Test
  void emptySentencesAreBoundedToo() {
    RecentSentences small = new RecentSentences(0);
    for (int i = 0; i < 3; i++) {
      small.score(alone(List.of(List.of())), this::compute);
    }
    assertEquals(3, computed.size());
  }

  @Test
  void aFailureIsToldAndNotRemembered() {
    RuntimeException failure = new ArithmeticException("no distribution");
    RuntimeException seen =
        assertThrows(
            ArithmeticException.class,
            () ->
                recent.score(
                    alone(List.of(List.of("a"))),
                    sentences -> {
                      throw failure;
                    }));
    assertSame(failure, seen);
    assertEquals(1, score("a").words());
  }

  @Test
  void whileASentenceIsComputedOthersWaitForIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<List<LabelScores>> first =
          threads.submit(
              () ->
                  recent.score(
                      alone(List.of(List.of("a"))),
                      sentences -> {
                        begun.countDown();
                        awaitLatch(release);
                        return compute(sentences);
                      }));
      begun.await();
      Future<LabelScores> second = threads.submit(() -> score("a"));
      // Not in the way of the one who waits:
      assertEquals(1, score("b").words());
      release.countDown();
      assertSame(first.get().get(0), second.get());
      assertEquals(List.of(List.of("b"), List.of("a")), computed);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
