package io.github.albertner.network;

/**
 * Least and greatest number that goes into a linear layer: the range that 8-bit integers cover. A
 * network has one for its embedding mapping, then four for every use of an inner layer: query, key
 * and value; attention output; feed-forward; feed-forward output.
 *
 * @param least at most 0
 * @param greatest at least 0, more than {@code least}
 */
public record ActivationRange(float least, float greatest) {
  /** Checks that the numbers are finite and hold 0 between them. */
  public ActivationRange {
    if (!(Float.isFinite(least) && Float.isFinite(greatest))
        || least > 0
        || greatest < 0
        || least == greatest) {
      throw new IllegalArgumentException(
          "an activation range is [%s, %s]; expected finite numbers with 0 between them"
              .formatted(least, greatest));
    }
  }
}
