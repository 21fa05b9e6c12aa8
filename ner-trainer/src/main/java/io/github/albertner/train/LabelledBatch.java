package io.github.albertner.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.albertner.network.PieceBatch;
import java.util.List;

/**
 * A batch of sentences with the labels to learn.
 *
 * @param pieces the sentences; the rows read are those that carry a label
 * @param labels the label index of each row read, in the order of {@code pieces}
 */
record LabelledBatch(PieceBatch pieces, List<Integer> labels) {
  LabelledBatch {
    labels = List.copyOf(labels);
    if (labels.size() != pieces.rows()) {
      throw new IllegalArgumentException(
          "expected a label for each of %d rows, found %d".formatted(pieces.rows(), labels.size()));
    }
  }

  /** Piece ids [N], lengths [B], rows read [W], labels [W]. */
  NDList arrays(NDManager scope) {
    NDList arrays = pieces.arrays(scope);
    arrays.add(scope.create(labels.stream().mapToLong(Integer::longValue).toArray()));
    return arrays;
  }
}
