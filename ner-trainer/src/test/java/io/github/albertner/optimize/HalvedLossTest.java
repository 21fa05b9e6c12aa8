package io.github.albertner.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.network.PieceBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The device here holds so many pieces, padding included; a row's target is ten times its piece.
 */
class HalvedLossTest {
  private static final String CUDA = "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB";

  private final HalvedLoss halving = new HalvedLoss();
  private final List<Integer> tried = new ArrayList<>();
  private final List<Long> learned = new ArrayList<>();
  private int capacity;

  private double loss(PieceBatch batch, long[] targets) {
    int size = batch.sentences() * batch.longest();
    tried.add(size);
    if (size > capacity) {
      throw new EngineException(CUDA);
    }
    long[] pieces = batch.piecesRead();
    for (int row = 0; row < pieces.length; row++) {
      assertEquals(10 * pieces[row], targets[row]);
      learned.add(pieces[row]);
    }
    return LongStream.of(targets).sum();
  }

  /** Sentences of the given lengths whose pieces are numbered on; the first row is read if any. */
  private static PieceBatch batch(boolean firstRead, int... lengths) {
    List<int[]> sentences = new ArrayList<>();
    List<int[]> read = new ArrayList<>();
    int next = 0;
    for (int length : lengths) {
      int first = next;
      sentences.add(IntStream.range(first, first + length).toArray());
      boolean any = firstRead || first > 0;
      read.add(IntStream.range(0, any ? length : 0).filter(i -> i % 2 == 0).toArray());
      next += length;
    }
    return PieceBatch.of(sentences, read);
  }

  private double accumulate(PieceBatch batch) {
    long[] targets = LongStream.of(batch.piecesRead()).map(piece -> 10 * piece).toArray();
    return halving.accumulate(batch, targets, this::loss);
  }

  @Test
  void whatFitsIsLearnedAtOnce() {
    capacity = 100;
    assertEquals(10 * (0 + 2 + 3 + 5), accumulate(batch(true, 3, 4)));
    assertEquals(List.of(8), tried);
  }

  @Test
  void everyRowOfWhatDoesNotFitIsLearnedOnceAndWhatFittedIsKept() {
    capacity = 10;
    PieceBatch batch = batch(true, 5, 3, 5, 2, 4);
    double expected = LongStream.of(batch.piecesRead()).sum() * 10.0;
    assertEquals(expected, accumulate(batch));
    assertEquals(LongStream.of(batch.piecesRead()).boxed().toList(), learned);
    assertEquals(List.of(25, 10, 5, 8), tried);
    tried.clear();
    assertEquals(expected, accumulate(batch));
    assertEquals(List.of(10, 5, 8), tried);
  }

  @Test
  void aHalfWithoutRowsIsLeftOut() {
    capacity = 5;
    assertEquals(10 * (5 + 7), accumulate(batch(false, 5, 3)));
    assertEquals(List.of(10, 3), tried);
  }

  @Test
  void aWindowThatDoesNotFitAloneAndOtherFailuresReachTheCaller() {
    capacity = 3;
    assertThrows(DeviceMemoryException.class, () -> accumulate(batch(true, 4)));
    RuntimeException other = new IllegalStateException("broken");
    assertSame(
        other,
        assertThrows(
            IllegalStateException.class,
            () ->
                halving.accumulate(
                    batch(true, 2),
                    new long[] {0},
                    (part, targets) -> {
                      throw other;
                    })));
  }
}
