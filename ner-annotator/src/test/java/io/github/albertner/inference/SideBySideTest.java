package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  private static List<Integer> items(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void resultsComeInTheOrderOfTheItems() {
    assertEquals(
        items(500).stream().map(i -> i * i).toList(), SideBySide.map(items(500), 7, i -> i * i));
    assertEquals(List.of(), SideBySide.map(List.of(), 3, i -> i));
  }

  /** Each waits for the others, which only ends where all three run at the same time. */
  @Test
  void threadsWorkAtTheSameTimeAndEndWithTheCall() {
    CyclicBarrier all = new CyclicBarrier(3);
    SideBySide.map(
        items(3),
        3,
        i -> {
          workers.add(Thread.currentThread());
          return meet(all);
        });
    assertEquals(3, workers.size());
    assertTrue(workers.contains(Thread.currentThread()));
    for (Thread worker : workers) {
      if (worker != Thread.currentThread()) {
        assertTrue(worker.isDaemon());
        join(worker);
      }
    }
  }

  @Test
  void oneThreadIsTheCallersOwn() {
    SideBySide.map(items(9), 1, i -> workers.add(Thread.currentThread()));
    assertEquals(Set.of(Thread.currentThread()), workers);
  }

  @Test
  void aFailureStopsTheRestAndReachesTheCallerWhicheverThreadHadIt() {
    for (boolean own : new boolean[] {true, false}) {
      RuntimeException failure = new IllegalStateException("broken");
      CyclicBarrier both = new CyclicBarrier(2);
      Thread caller = Thread.currentThread();
      AtomicInteger begun = new AtomicInteger();
      RuntimeException thrown =
          assertThrows(
              RuntimeException.class,
              () ->
                  SideBySide.map(
                      items(1000),
                      2,
                      i -> {
                        begun.incrementAndGet();
                        meet(both);
                        if ((Thread.currentThread() == caller) == own) {
                          throw failure;
                        }
                        return i;
                      }));
      assertSame(failure, thrown);
      assertTrue(begun.get() <= 3, () -> begun + " begun");
    }
  }

  /** The network must not be freed under a thread that still uses it. */
  @Test
  void aFailedCallReturnsOnlyWhenAllThreadsHaveEnded() {
    CyclicBarrier both = new CyclicBarrier(2);
    Thread caller = Thread.currentThread();
    AtomicInteger ended = new AtomicInteger();
    assertThrows(
        AssertionError.class,
        () ->
            SideBySide.map(
                items(2),
                2,
                i -> {
                  meet(both);
                  if (Thread.currentThread() == caller) {
                    throw new AssertionError("expected");
                  }
                  pause();
                  return ended.incrementAndGet();
                }));
    assertEquals(1, ended.get());
  }

  @Test
  void anInterruptIsKeptForTheCaller() {
    Thread.currentThread().interrupt();
    assertEquals(items(20), SideBySide.map(items(20), 2, i -> i));
    assertTrue(Thread.interrupted());
    assertFalse(Thread.interrupted());
  }

  private static boolean meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
      return true;
    } catch (Exception e) {
      return false; // the others have ended
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertFalse(thread.isAlive());
  }
}
