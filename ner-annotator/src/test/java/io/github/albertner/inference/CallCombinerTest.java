package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.network.PieceBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The network here answers each row read with its piece id. */
class CallCombinerTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final List<PieceBatch> batches = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> threadsUsed = Collections.synchronizedList(new ArrayList<>());

  /** Holds the network's first batch until it is released. */
  private final CountDownLatch entered = new CountDownLatch(1);

  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void stopCallers() {
    callers.shutdownNow();
  }

  private static PieceBatch sentence(int... pieces) {
    int[] read = new int[pieces.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = i;
    }
    return PieceBatch.of(List.of(pieces), List.of(read));
  }

  private static float[] piecesRead(PieceBatch batch) {
    long[] pieces = batch.piecesRead();
    float[] answer = new float[pieces.length];
    for (int row = 0; row < answer.length; row++) {
      answer[row] = pieces[row];
    }
    return answer;
  }

  private float[] answer(PieceBatch batch, int threads) {
    batches.add(batch);
    threadsUsed.add(threads);
    return piecesRead(batch);
  }

  private float[] answerHoldingTheFirst(PieceBatch batch, int threads) {
    float[] answer = answer(batch, threads);
    if (batches.size() == 1) {
      entered.countDown();
      await(release);
    }
    return answer;
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts calls while the network is held by one, lets it go, and returns the later answers. */
  private List<Future<float[]>> callsBehindOne(CallCombiner combiner, PieceBatch... calls)
      throws Exception {
    Future<float[]> first = callers.submit(() -> combiner.apply(sentence(1)));
    entered.await();
    List<Future<float[]>> behind = new ArrayList<>();
    for (PieceBatch call : calls) {
      behind.add(callers.submit(() -> combiner.apply(call)));
      while (combiner.waiting() < behind.size()) {
        Thread.onSpinWait();
      }
    }
    release.countDown();
    assertArrayEquals(new float[] {1}, first.get());
    return behind;
  }

  @Test
  @Timeout(60)
  void aLoneCallerHasAllThreadsAndWaitsForNobody() {
    CallCombiner combiner = new CallCombiner(this::answer, 4, 100, TimeUnit.HOURS.toNanos(1));
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(new float[] {i, 7}, combiner.apply(sentence(i, 7)));
    }
    assertEquals(Collections.nCopies(20, 4), threadsUsed);
    assertEquals(20, batches.size());
  }

  @Test
  void twoBatchesRunAtOnceWhereThereAreTwoThreads() throws Exception {
    CallCombiner combiner = new CallCombiner(this::answerHoldingTheFirst, 2, 100, 0);
    Future<float[]> first = callers.submit(() -> combiner.apply(sentence(1)));
    entered.await();
    assertArrayEquals(new float[] {2}, combiner.apply(sentence(2)));
    release.countDown();
    assertArrayEquals(new float[] {1}, first.get());
    assertEquals(List.of(2, 1), threadsUsed);
  }

  /** The two batches wait for each other, so the call ends only where both run at once. */
  @Test
  @Timeout(60)
  void batchesOfOneCallRunBesideEachOtherWithAThreadEach() {
    CyclicBarrier both = new CyclicBarrier(2);
    CallCombiner combiner =
        new CallCombiner(
            (batch, threads) -> {
              meet(both);
              return answer(batch, threads);
            },
            2,
            100,
            TimeUnit.HOURS.toNanos(1));
    List<float[]> answers =
        combiner.runAll(List.of(sentence(1), sentence(2, 3), sentence(4), sentence(5)));
    assertEquals(4, answers.size());
    assertArrayEquals(new float[] {2, 3}, answers.get(1));
    assertArrayEquals(new float[] {5}, answers.get(3));
    assertEquals(List.of(1, 1, 1, 1), threadsUsed);
  }

  /** Whoever ends first: the digits of a call must not depend on it. */
  @Test
  @Timeout(60)
  void theLastBatchOfACallHasNoMoreThreadsThanTheOthers() {
    CallCombiner combiner =
        new CallCombiner(
            (batch, threads) -> {
              if (batch.pieces() > 1) {
                LockSupport.parkNanos(SECOND / 20);
              }
              return answer(batch, threads);
            },
            4,
            100,
            0);
    combiner.runAll(List.of(sentence(1), sentence(2, 3), sentence(4, 5)));
    assertEquals(List.of(1, 1, 1), threadsUsed);
    threadsUsed.clear();
    combiner.runAll(List.of(sentence(1), sentence(2, 3)));
    assertEquals(List.of(2, 2), threadsUsed);
  }

  /** Those who worked beside it are not waited for, nor a share of the threads kept for them. */
  @Test
  @Timeout(60)
  void afterACallOfManyBatchesALoneOneHasAllThreads() {
    CallCombiner combiner = new CallCombiner(this::answer, 4, 100, TimeUnit.HOURS.toNanos(1));
    combiner.runAll(List.of(sentence(1), sentence(2), sentence(3), sentence(4)));
    threadsUsed.clear();
    assertArrayEquals(new float[] {9}, combiner.runAll(List.of(sentence(9))).get(0));
    assertEquals(List.of(4), threadsUsed);
  }

  @Test
  void callsThatWaitTogetherAreRunTogetherInOrder() throws Exception {
    CallCombiner combiner = new CallCombiner(this::answerHoldingTheFirst, 1, 100, 0);
    List<Future<float[]>> behind =
        callsBehindOne(combiner, sentence(2, 3), sentence(4), sentence(5, 6, 7));
    assertArrayEquals(new float[] {2, 3}, behind.get(0).get());
    assertArrayEquals(new float[] {4}, behind.get(1).get());
    assertArrayEquals(new float[] {5, 6, 7}, behind.get(2).get());
    assertEquals(List.of(1, 3), batches.stream().map(PieceBatch::sentences).toList());
  }

  @Test
  void aBatchOfSeveralCallsKeepsToTheBudgetPaddingIncluded() throws Exception {
    CallCombiner combiner = new CallCombiner(this::answerHoldingTheFirst, 1, 6, 0);
    List<Future<float[]>> behind =
        callsBehindOne(
            combiner,
            sentence(2, 2),
            sentence(3, 3, 3, 3),
            sentence(4, 4),
            sentence(5, 5),
            sentence(6, 6, 6, 6, 6, 6, 6, 6));
    for (Future<float[]> call : behind) {
      call.get();
    }
    // 2, 4 and 5 fit together; 3 padded would not; 6 alone is over the budget and goes alone.
    assertEquals(List.of(1, 6, 4, 8), batches.stream().map(PieceBatch::pieces).toList(), "pieces");
  }

  @Test
  void aFailureReachesTheCallThatCausedItAndNoOther() throws Exception {
    CallCombiner combiner =
        new CallCombiner(
            (batch, threads) -> {
              float[] answer = answerHoldingTheFirst(batch, threads);
              for (float piece : answer) {
                if (piece == 13) {
                  throw new IllegalArgumentException("thirteen");
                }
              }
              return answer;
            },
            1,
            100,
            0);
    List<Future<float[]>> behind = callsBehindOne(combiner, sentence(2), sentence(13), sentence(4));
    assertArrayEquals(new float[] {2}, behind.get(0).get());
    ExecutionException e = assertThrows(ExecutionException.class, () -> behind.get(1).get());
    assertEquals("thirteen", e.getCause().getMessage());
    assertArrayEquals(new float[] {4}, behind.get(2).get());
    assertArrayEquals(new float[] {5}, combiner.apply(sentence(5)));
  }

  @Test
  void anInterruptedCallerGetsItsAnswerAndStaysInterrupted() throws Exception {
    CallCombiner combiner = new CallCombiner(this::answerHoldingTheFirst, 1, 100, SECOND);
    Future<float[]> first = callers.submit(() -> combiner.apply(sentence(1)));
    entered.await();
    Future<Boolean> interrupted =
        callers.submit(
            () -> {
              Thread.currentThread().interrupt();
              assertArrayEquals(new float[] {2}, combiner.apply(sentence(2)));
              return Thread.interrupted();
            });
    while (combiner.waiting() == 0) {
      Thread.onSpinWait();
    }
    release.countDown();
    first.get();
    assertTrue(interrupted.get());
  }

  @Test
  void manyCallersGetTheirOwnAnswersInNoMoreBatchesAtOnceThanThreads() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CallCombiner combiner =
        new CallCombiner(
            (batch, threads) -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              LockSupport.parkNanos(20_000); // so that others come meanwhile
              float[] answer = answer(batch, threads);
              running.decrementAndGet();
              return answer;
            },
            3,
            64,
            TimeUnit.MICROSECONDS.toNanos(200));
    List<Future<?>> all = new ArrayList<>();
    for (int caller = 0; caller < 16; caller++) {
      Random random = new Random(caller);
      all.add(
          callers.submit(
              () -> {
                for (int i = 0; i < 500; i++) {
                  int[] pieces = random.ints(1 + random.nextInt(20), 0, 1 << 20).toArray();
                  float[] expected = new float[pieces.length];
                  for (int p = 0; p < pieces.length; p++) {
                    expected[p] = pieces[p];
                  }
                  assertArrayEquals(expected, combiner.apply(sentence(pieces)));
                }
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    assertTrue(most.get() <= 3, "batches at once: " + most);
    assertTrue(batches.size() < 16 * 500, "some calls were joined: " + batches.size());
    assertTrue(
        batches.stream().allMatch(b -> b.sentences() == 1 || b.sentences() * b.longest() <= 64));
    assertEquals(16 * 500, batches.stream().mapToInt(PieceBatch::sentences).sum());
  }
}
