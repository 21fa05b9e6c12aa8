package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.network.PieceBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The device here holds so many pieces, padding included, and answers rows by their piece. */
class HalvingNetworkTest {
  private static final String CUDA =
      """
      The following operation failed in the TorchScript interpreter.
      Traceback of TorchScript (most recent call last):
      RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of
      """;

  private final List<Integer> tried = new ArrayList<>();
  private int capacity;

  private final HalvingNetwork network =
      new HalvingNetwork(
          (batch, threads) -> {
            int size = batch.sentences() * batch.longest();
            tried.add(size);
            if (size > capacity) {
              throw new EngineException(CUDA);
            }
            long[] pieces = batch.piecesRead();
            float[] logits = new float[2 * pieces.length];
            for (int row = 0; row < pieces.length; row++) {
              logits[2 * row] = pieces[row];
              logits[2 * row + 1] = threads;
            }
            return logits;
          });

  /** Sentences of the given lengths whose pieces are numbered on; every other one is read. */
  private static PieceBatch batch(int... lengths) {
    List<int[]> sentences = new ArrayList<>();
    List<int[]> read = new ArrayList<>();
    int next = 0;
    for (int length : lengths) {
      int first = next;
      sentences.add(IntStream.range(first, first + length).toArray());
      read.add(IntStream.range(0, length).filter(i -> i % 2 == 0).toArray());
      next += length;
    }
    return PieceBatch.of(sentences, read);
  }

  private static float[] expected(PieceBatch batch, int threads) {
    long[] pieces = batch.piecesRead();
    float[] logits = new float[2 * pieces.length];
    for (int row = 0; row < pieces.length; row++) {
      logits[2 * row] = pieces[row];
      logits[2 * row + 1] = threads;
    }
    return logits;
  }

  @Test
  void whatFitsIsRunAsItIs() {
    capacity = 1000;
    PieceBatch batch = batch(10, 9, 8);
    assertArrayEquals(expected(batch, 3), network.run(batch, 3));
    assertEquals(List.of(30), tried);
    assertEquals(Long.MAX_VALUE, network.mostPieces());
  }

  @Test
  void whatDoesNotFitIsHalvedUntilItDoesAndTheSizeIsKept() {
    capacity = 25;
    PieceBatch batch = batch(10, 10, 10, 9, 9, 5, 3, 1);
    assertArrayEquals(expected(batch, 1), network.run(batch, 1));
    // 80 does not fit, nor do 40 of it; 20, 20, and of the second half the limit of 20 is known.
    assertEquals(List.of(80, 40, 20, 20, 18, 6), tried);
    assertEquals(20, network.mostPieces());

    tried.clear();
    assertArrayEquals(expected(batch, 1), network.run(batch, 1));
    assertEquals(List.of(20, 20, 18, 6), tried, "nothing is tried again that did not fit");
  }

  @Test
  void theSizeNeverGrows() {
    capacity = 30;
    network.run(batch(10, 10, 10, 10), 1);
    assertEquals(20, network.mostPieces());
    capacity = 8;
    network.run(batch(8, 8), 1);
    assertEquals(8, network.mostPieces());
    capacity = 1000;
    network.run(batch(8, 8), 1);
    assertEquals(8, network.mostPieces());
  }

  @Test
  void aWindowThatDoesNotFitAloneIsAnErrorThatSaysSo() {
    capacity = 9;
    DeviceMemoryException e =
        assertThrows(DeviceMemoryException.class, () -> network.run(batch(9, 10), 1));
    assertEquals(
        "a window of 10 pieces on its own does not fit into the device's memory; free memory that"
            + " others use, choose a precision of fewer bits, or device cpu",
        e.getMessage());
    assertEquals(EngineException.class, e.getCause().getClass());
  }

  @Test
  void otherFailuresPass() {
    RuntimeException failure = new EngineException("Expected a tensor of two dimensions");
    HalvingNetwork failing =
        new HalvingNetwork(
            (batch, threads) -> {
              throw failure;
            });
    assertSame(failure, assertThrows(RuntimeException.class, () -> failing.run(batch(2, 2), 1)));
  }

  @Test
  void joinedCallsAreHalvedToo() {
    capacity = 12;
    CallCombiner combiner = new CallCombiner(network, 1, 1000, 0);
    PieceBatch batch = batch(6, 6, 6);
    assertArrayEquals(expected(batch, 1), combiner.apply(batch));
    assertEquals(List.of(18, 6, 6, 6), tried, "of 18 that do not fit no more than 9");
  }
}
