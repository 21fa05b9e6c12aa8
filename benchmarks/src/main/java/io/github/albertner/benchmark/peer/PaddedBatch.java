package io.github.albertner.benchmark.peer;

import java.nio.LongBuffer;
import java.util.List;

/**
 * Sentences padded to the same length, B x T.
 *
 * @param sentences B
 * @param length T
 * @param pieces ids, B x T
 * @param mask 1 for pieces and 0 for padding, B x T
 * @param rowsRead where the first piece of each word is, in B x T
 */
record PaddedBatch(
    int sentences, int length, LongBuffer pieces, LongBuffer mask, List<Integer> rowsRead) {}
