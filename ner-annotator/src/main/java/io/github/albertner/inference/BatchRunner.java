package io.github.albertner.inference;

import io.github.albertner.network.PieceBatch;
import java.util.List;
import java.util.function.Function;

/** Runs the batches that one call is made of. */
public interface BatchRunner {

  /**
   * Runs batches.
   *
   * @return for each the logits of the rows read, W x L
   */
  List<float[]> runAll(List<PieceBatch> batches);

  /** Returns how many batches it runs at the same time, at least 1. */
  int atOnce();

  /** Returns a runner of one batch after the other, in the calling thread. */
  static BatchRunner inOrder(Function<PieceBatch, float[]> network) {
    return new BatchRunner() {
      @Override
      public List<float[]> runAll(List<PieceBatch> batches) {
        return batches.stream().map(network).toList();
      }

      @Override
      public int atOnce() {
        return 1;
      }
    };
  }
}
