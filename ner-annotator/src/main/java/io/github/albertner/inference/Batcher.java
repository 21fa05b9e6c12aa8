package io.github.albertner.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Groups items of like length into batches of at most so many pieces.
 *
 * <p>The network runs its linear layers on real pieces only, so the cost of a batch is its pieces;
 * attention alone is padded, and sorting by length keeps that padding small.
 */
public final class Batcher {
  private final int maxPieces;

  /**
   * A batcher with a budget.
   *
   * @param maxPieces most pieces in a batch; an item longer than this is a batch of its own
   */
  public Batcher(int maxPieces) {
    if (maxPieces < 1) {
      throw new IllegalArgumentException("expected a budget of at least 1 piece: " + maxPieces);
    }
    this.maxPieces = maxPieces;
  }

  /** As the other, for batches that run one after the other. */
  public <T> List<List<T>> batches(List<T> items, ToIntFunction<T> length) {
    return batches(items, length, 1);
  }

  /**
   * Returns the batches, longest items first; every item is in exactly one. The order depends on
   * the lengths and the order of the items alone.
   *
   * <p>Where several run at the same time, there are as many batches for each of those who run
   * them, of about the same number of pieces, so that they end together; but not where one item
   * alone would take a quarter longer than its share.
   *
   * @param length pieces of an item
   * @param atOnce batches that run at the same time, at least 1
   */
  public <T> List<List<T>> batches(List<T> items, ToIntFunction<T> length, int atOnce) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingInt(length).reversed());
    long left = sorted.stream().mapToLong(length::applyAsInt).sum();
    boolean divided = atOnce > 1 && !sorted.isEmpty() && fair(sorted, length, left, atOnce);
    long batchesLeft = divided ? atOnce * ceiling(left, (long) atOnce * maxPieces) : 1;
    List<List<T>> batches = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    int pieces = 0;
    for (T item : sorted) {
      int added = length.applyAsInt(item);
      boolean full = pieces + added > maxPieces;
      boolean share = batchesLeft > 1 && pieces + added / 2 >= ceiling(left, batchesLeft);
      if (!batch.isEmpty() && (full || share)) {
        batches.add(batch);
        left -= pieces;
        batchesLeft = Math.max(batchesLeft - 1, divided ? ceiling(left, maxPieces) : 1);
        batch = new ArrayList<>();
        pieces = 0;
      }
      batch.add(item);
      pieces += added;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** Whether no item alone is more than a share and a quarter: the others would wait for it. */
  private static <T> boolean fair(
      List<T> longestFirst, ToIntFunction<T> length, long pieces, int atOnce) {
    return 4L * atOnce * length.applyAsInt(longestFirst.get(0)) <= 5 * pieces;
  }

  private static long ceiling(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
