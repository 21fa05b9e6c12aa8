package io.github.albertner.train;

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
          "expected a label for each of %s rows, found %s".formatted(pieces.rows(), labels.size()));
    }
  }

  /** Returns the labels, W. */
  long[] labelIndices() {
    return labels.stream().mapToLong(Integer::longValue).toArray();
  }
}
