package io.github.albertner.optimize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The random numbers of a run. They depend on the seed and on where the run stands, not on what was
 * drawn before, so that a run can be taken up again anywhere and draws the same.
 *
 * @param seed of the run
 */
public record RunRandom(long seed) {
  private static final long EPOCHS = 0x6a09e667f3bcc908L;
  private static final long STEPS = 0xbb67ae8584caa73bL;
  private static final long AUGMENTATION = 0xa54ff53a5f1d36f1L;
  private static final long SAMPLE = 0x510e527fade682d1L;
  private static final long DROPOUT = 0x3c6ef372fe94f82bL;

  /**
   * Draws some of many.
   *
   * @param many how many there are
   * @param some how many to draw; 0, or at least as many as there are, for all
   * @return their indices, ascending
   */
  public List<Integer> sample(int many, int some) {
    List<Integer> indices = new ArrayList<>(IntStream.range(0, many).boxed().toList());
    if (some > 0 && some < many) {
      Collections.shuffle(indices, new Random(mixed(SAMPLE, 0)));
      indices.subList(some, many).clear();
      Collections.sort(indices);
    }
    return indices;
  }

  /**
   * Returns what orders the sentences of an epoch.
   *
   * @param epoch from 0
   */
  public Random ofEpoch(int epoch) {
    return new Random(mixed(EPOCHS, epoch));
  }

  /**
   * Returns what decides about the words of a step.
   *
   * @param step from 0
   */
  public Random ofStep(long step) {
    return new Random(mixed(STEPS, step));
  }

  /**
   * Returns what decides how the sentences of a step are changed.
   *
   * @param step from 0
   */
  public Random ofAugmentation(long step) {
    return new Random(mixed(AUGMENTATION, step));
  }

  /**
   * Returns the seed of a step's dropout.
   *
   * @param step from 0
   * @return not negative
   */
  public int dropoutSeed(long step) {
    return (int) (mixed(DROPOUT, step) >>> 33);
  }

  private long mixed(long stream, long position) {
    long ofStream = new SplittableRandom(seed ^ stream).nextLong();
    return new SplittableRandom(ofStream + position).nextLong();
  }
}
