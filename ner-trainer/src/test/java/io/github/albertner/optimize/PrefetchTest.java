package io.github.albertner.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrefetchTest {

  @Test
  void theNextStepIsMadeWhileTheCallerWorksOnThisOne() throws InterruptedException {
    CountDownLatch secondMade = new CountDownLatch(1);
    List<Thread> makers = Collections.synchronizedList(new ArrayList<>());
    try (Prefetch<String> prefetch =
        new Prefetch<>(
            step -> {
              makers.add(Thread.currentThread());
              if (step == 1) {
                secondMade.countDown();
              }
              return "batch " + step;
            },
            3)) {
      assertEquals("batch 0", prefetch.take(0));
      assertTrue(secondMade.await(10, TimeUnit.SECONDS), "step 1 was not made beforehand");
      assertEquals("batch 1", prefetch.take(1));
      assertEquals("batch 2", prefetch.take(2));
    }
    assertEquals(3, makers.size(), "nothing is made twice, nor past the last step");
    makers.forEach(maker -> assertNotSame(Thread.currentThread(), maker));
  }

  @Test
  void anyStepMayBeTakenNext() {
    try (Prefetch<Long> prefetch = new Prefetch<>(step -> step, 10)) {
      assertEquals(0, prefetch.take(0));
      assertEquals(7, prefetch.take(7));
      assertEquals(8, prefetch.take(8));
      assertEquals(3, prefetch.take(3));
    }
  }

  @Test
  void aFailureReachesTheStepThatNeedsTheBatch() {
    try (Prefetch<Long> prefetch =
        new Prefetch<>(
            step -> {
              if (step == 1) {
                throw new IllegalStateException("no batch");
              }
              return step;
            },
            2)) {
      assertEquals(0, prefetch.take(0));
      assertEquals(
          "no batch",
          assertThrows(IllegalStateException.class, () -> prefetch.take(1)).getMessage());
    }
  }

  @Test
  void anInterruptedCallerStillGetsItsBatch() {
    try (Prefetch<Long> prefetch = new Prefetch<>(step -> step, 2)) {
      Thread.currentThread().interrupt();
      assertEquals(0, prefetch.take(0));
      assertTrue(Thread.interrupted(), "the interrupt was swallowed");
    }
  }
}
