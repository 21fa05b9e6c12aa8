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

  /**
   * Returns the batches, longest items first; every item is in exactly one. The order depends on
   * the lengths and the order of the items alone.
   *
   * @param length pieces of an item
   */
  public <T> List<List<T>> batches(List<T> items, ToIntFunction<T> length) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingInt(length).reversed());
    List<List<T>> batches = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    int pieces = 0;
    for (T item : sorted) {
      int added = length.applyAsInt(item);
      if (!batch.isEmpty() && pieces + added > maxPieces) {
        batches.add(batch);
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
}
