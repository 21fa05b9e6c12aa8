package io.github.albertner.embedding;

/**
 * Weights of neighbours: the d-th to either side weighs 1/d, in units that make all of them whole
 * numbers, so that sums do not depend on their order.
 *
 * @param size neighbours to each side
 */
record Window(int size) {

  /** Divisible by the distances that matter most, 1 to 6; others are rounded. */
  static final int UNIT = 60;

  /** Weight of the neighbour at a distance from 1 to the size. */
  int weight(int distance) {
    return Math.round((float) UNIT / distance);
  }

  /** Weights by distance; that of 0 is 0. */
  int[] weights() {
    int[] weights = new int[size + 1];
    for (int distance = 1; distance <= size; distance++) {
      weights[distance] = weight(distance);
    }
    return weights;
  }
}
