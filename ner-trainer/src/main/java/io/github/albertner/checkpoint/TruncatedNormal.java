package io.github.albertner.checkpoint;

import java.util.SplittableRandom;

/**
 * Random weights as ALBERT starts from: normal, drawn again beyond two standard deviations.
 *
 * <p>Source: {@code create_initializer} in google-research/albert modeling.py. The generator and
 * the polar method over {@link StrictMath} are fixed, so a seed gives the same weights on every
 * platform; each tensor has its own stream, so none depends on which others there are.
 */
public final class TruncatedNormal {
  private static final double MAX_DEVIATIONS = 2;

  private TruncatedNormal() {}

  /**
   * Draws the values of one tensor.
   *
   * @param count how many
   * @param deviation standard deviation before truncation
   * @param seed of the model
   * @param name of the tensor
   * @return a fresh array
   */
  public static float[] values(int count, double deviation, long seed, String name) {
    SplittableRandom random = new SplittableRandom(31 * seed + name.hashCode());
    float[] values = new float[count];
    int filled = 0;
    while (filled < count) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      double square = x * x + y * y;
      if (square >= 1 || square == 0) {
        continue;
      }
      double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      if (Math.abs(x * scale) <= MAX_DEVIATIONS) {
        values[filled++] = (float) (x * scale * deviation);
      }
      if (filled < count && Math.abs(y * scale) <= MAX_DEVIATIONS) {
        values[filled++] = (float) (y * scale * deviation);
      }
    }
    return values;
  }
}
