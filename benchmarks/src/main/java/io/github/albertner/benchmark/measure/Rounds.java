package io.github.albertner.benchmark.measure;

import java.time.Duration;
import java.util.List;

/**
 * How often contenders take their turn.
 *
 * @param warmups turns of each that are not counted, at least 1
 * @param rounds most turns of each that are, at least 1
 * @param turn how long a turn is at least: shorter work is repeated, its mean taken
 * @param limit after this long no other round begins, but for the first {@link #FEWEST}
 */
public record Rounds(int warmups, int rounds, Duration turn, Duration limit) {
  /** Rounds that there are in any case, where so many were asked for. */
  public static final int FEWEST = 3;

  /** After a turn, threads of some libraries spin for a moment before they sleep. */
  private static final long PAUSE_MILLIS = 20;

  private static final int MOST_REPEATS = 200;

  private static final double NANOS = 1e9;

  /** Checks the ranges. */
  public Rounds {
    if (warmups < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 warm-up and 1 round, found %d and %d".formatted(warmups, rounds));
    }
  }

  /** Returns how often the work of a contender is done at most. */
  public int mostRuns() {
    return warmups + 1 + rounds * (turn.isZero() ? 1 : MOST_REPEATS);
  }

  /**
   * Lets contenders take turns; each round begins with another one.
   *
   * @throws Exception what a contender throws
   */
  public Timings run(List<Contender> contenders) throws Exception {
    int[] repeats = new int[contenders.size()];
    for (int i = 0; i < repeats.length; i++) {
      repeats[i] = warmUp(contenders.get(i));
    }
    Timings timings = new Timings();
    double[] turn = new double[contenders.size()];
    long begin = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      if (round >= FEWEST && System.nanoTime() - begin > limit.toNanos()) {
        break;
      }
      for (int i = 0; i < contenders.size(); i++) {
        int next = (i + round) % contenders.size();
        Thread.sleep(PAUSE_MILLIS);
        turn[next] = nanos(contenders.get(next), repeats[next]) / NANOS / repeats[next];
      }
      for (int i = 0; i < contenders.size(); i++) {
        timings.add(contenders.get(i).name(), turn[i]);
      }
    }
    return timings;
  }

  /** Returns how often its work is to be done in a turn. */
  private int warmUp(Contender contender) throws Exception {
    long last = 1;
    for (int i = 0; i < warmups; i++) {
      last = nanos(contender, 1);
    }
    if (last < turn.toNanos() / 4) {
      last = Math.max(1, nanos(contender, 1));
    }
    return (int) Math.max(1, Math.min(MOST_REPEATS, turn.toNanos() / last));
  }

  private static long nanos(Contender contender, int repeats) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < repeats; i++) {
      contender.work().run();
    }
    return System.nanoTime() - start;
  }
}
