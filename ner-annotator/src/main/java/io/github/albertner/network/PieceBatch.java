package io.github.albertner.network;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The input of one forward pass: the pieces of B sentences one after the other without padding,
 * [CLS] and [SEP] included, and the rows whose logits are wanted.
 */
public final class PieceBatch {
  private final long[] pieces;
  private final long[] lengths;
  private final long[] read;

  private PieceBatch(long[] pieces, long[] lengths, long[] read) {
    this.pieces = pieces;
    this.lengths = lengths;
    this.read = read;
  }

  /**
   * Joins sentences into a batch.
   *
   * @param sentences piece ids of each sentence, [CLS] and [SEP] included; none empty
   * @param read for each sentence, the indices of the pieces whose logits are wanted
   * @throws IllegalArgumentException if there is no sentence, an empty one, or an index outside
   */
  public static PieceBatch of(List<int[]> sentences, List<int[]> read) {
    if (sentences.isEmpty() || sentences.size() != read.size()) {
      throw new IllegalArgumentException(
          "expected one list of rows for each of at least one sentence, found %s sentences and %s"
              .formatted(sentences.size(), read.size()));
    }
    long[] lengths = sentences.stream().mapToLong(s -> s.length).toArray();
    long[] pieces = sentences.stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
    long[] rows = new long[read.stream().mapToInt(r -> r.length).sum()];
    long offset = 0;
    int next = 0;
    for (int s = 0; s < lengths.length; s++) {
      if (lengths[s] == 0) {
        throw new IllegalArgumentException("sentence " + s + " has no pieces");
      }
      for (int row : read.get(s)) {
        if (row < 0 || row >= lengths[s]) {
          throw new IllegalArgumentException(
              "sentence %s has %s pieces; there is no piece %s".formatted(s, lengths[s], row));
        }
        rows[next++] = offset + row;
      }
      offset += lengths[s];
    }
    return new PieceBatch(pieces, lengths, rows);
  }

  /**
   * Joins batches, in order: the rows read of the first, then those of the second, and so on.
   *
   * @param batches at least one
   */
  public static PieceBatch join(List<PieceBatch> batches) {
    if (batches.size() == 1) {
      return batches.get(0);
    }
    long[] pieces = batches.stream().flatMapToLong(b -> Arrays.stream(b.pieces)).toArray();
    long[] lengths = batches.stream().flatMapToLong(b -> Arrays.stream(b.lengths)).toArray();
    long[] read = new long[batches.stream().mapToInt(PieceBatch::rows).sum()];
    long offset = 0;
    int next = 0;
    for (PieceBatch batch : batches) {
      for (long row : batch.read) {
        read[next++] = offset + row;
      }
      offset += batch.pieces.length;
    }
    return new PieceBatch(pieces, lengths, read);
  }

  /**
   * Returns the first half of the sentences, or the rest of them.
   *
   * @throws IllegalStateException if there is one sentence only
   */
  public PieceBatch half(boolean first) {
    if (lengths.length < 2) {
      throw new IllegalStateException("a batch of one sentence has no halves");
    }
    int middle = lengths.length / 2;
    int cut = Math.toIntExact(Arrays.stream(lengths, 0, middle).sum());
    LongPredicate inside = row -> first == (row < cut);
    return new PieceBatch(
        Arrays.copyOfRange(pieces, first ? 0 : cut, first ? cut : pieces.length),
        Arrays.copyOfRange(lengths, first ? 0 : middle, first ? middle : lengths.length),
        Arrays.stream(read).filter(inside).map(row -> first ? row : row - cut).toArray());
  }

  /** Returns B. */
  public int sentences() {
    return lengths.length;
  }

  /** Returns N, the number of pieces. */
  public int pieces() {
    return pieces.length;
  }

  /** Returns the number of pieces of the longest sentence. */
  public int longest() {
    return Math.toIntExact(Arrays.stream(lengths).max().orElseThrow());
  }

  /** Returns W, the number of rows read. */
  public int rows() {
    return read.length;
  }

  /** Returns the ids of all pieces, sentence after sentence: N. */
  public long[] pieceIds() {
    return pieces.clone();
  }

  /** Returns the ids of the pieces whose logits are wanted, in order: W. */
  public long[] piecesRead() {
    return Arrays.stream(read).map(row -> pieces[Math.toIntExact(row)]).toArray();
  }

  /**
   * Returns the batch as a network method takes it: piece ids [N], lengths [B], rows read [W], all
   * 64-bit integers. The lengths lie in the processor's memory whatever the device: from them the
   * network works out the shapes of the batch, and to read numbers back from a GPU it would have to
   * wait until that has done all it was given.
   *
   * @param scope owns the arrays
   */
  public NDList arrays(NDManager scope) {
    NDManager host = scope.getDevice().isGpu() ? scope.newSubManager(Device.cpu()) : scope;
    return new NDList(scope.create(pieces), host.create(lengths), scope.create(read));
  }
}
