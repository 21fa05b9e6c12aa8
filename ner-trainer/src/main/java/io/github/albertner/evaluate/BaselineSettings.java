package io.github.albertner.evaluate;

/**
 * How OpenNLP's own name finder is trained for comparison.
 *
 * @param algorithm one of OpenNLP's trainers
 * @param iterations passes over the training data, at least 1
 * @param cutoff a feature seen fewer times than this in training is left out; 0 keeps all
 */
public record BaselineSettings(Algorithm algorithm, int iterations, int cutoff) {

  /** The trainers of OpenNLP that are compared with, under the names OpenNLP knows them by. */
  public enum Algorithm {
    /** What {@code NameFinderME.train} takes if nothing is said. */
    PERCEPTRON(300),
    /** Maximum entropy by iterative scaling (GIS). */
    MAXENT(100);

    private final int iterations;

    Algorithm(int iterations) {
      this.iterations = iterations;
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are no iterations or the cutoff is negative
   */
  public BaselineSettings {
    if (iterations < 1 || cutoff < 0) {
      throw new IllegalArgumentException(
          "expected at least 1 iteration and a cutoff of at least 0, found iterations "
              + iterations
              + ", cutoff "
              + cutoff);
    }
  }

  /**
   * The usual settings of an algorithm. For the perceptron, 300 iterations and cutoff 0 are the
   * defaults of {@code NameFinderME.train}; for maxent, 100 iterations are OpenNLP's general
   * default, with the same cutoff so that both see the same features. OpenNLP's general default
   * cutoff is 5, which can score higher with maxent.
   *
   * @param algorithm one of OpenNLP's trainers
   * @return its settings
   */
  public static BaselineSettings defaults(Algorithm algorithm) {
    return new BaselineSettings(algorithm, algorithm.iterations, 0);
  }
}
