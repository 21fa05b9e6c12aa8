package io.github.albertner.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/** The settings of every trial of a search, by the number of the trial. */
public final class TrialPlan {
  /** Spaces with more combinations than this are drawn from with repetition. */
  private static final int LARGEST_SHUFFLED = 100_000;

  private final SearchSpace space;
  private final Strategy strategy;
  private final long seed;

  /** The combinations in the order of the trials; empty if every trial is drawn by itself. */
  private final List<Integer> order;

  /**
   * Makes a plan.
   *
   * @param seed of random trials; a grid has none
   * @throws IllegalArgumentException if a grid is to go through a range, or is too large
   */
  public TrialPlan(SearchSpace space, Strategy strategy, long seed) {
    this.space = space;
    this.strategy = strategy;
    this.seed = seed;
    long combinations = space.combinations().orElse(Long.MAX_VALUE);
    if (strategy == Strategy.GRID) {
      space.refuseRanges();
      if (combinations > LARGEST_SHUFFLED) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the grid has more than %,d trials; list fewer values, or use --strategy random",
                LARGEST_SHUFFLED));
      }
    }
    order = new ArrayList<>();
    if (combinations <= LARGEST_SHUFFLED) {
      for (int i = 0; i < combinations; i++) {
        order.add(i);
      }
      if (strategy == Strategy.RANDOM) {
        Collections.shuffle(order, new Random(seed));
      }
    }
  }

  /** Returns what the plan draws from. */
  public SearchSpace space() {
    return space;
  }

  /** Returns how it goes through the space. */
  public Strategy strategy() {
    return strategy;
  }

  /** Returns the seed of random trials. */
  public long seed() {
    return seed;
  }

  /** Returns the number of trials that there can be, if it has an end. */
  public OptionalInt trials() {
    return order.isEmpty() ? OptionalInt.empty() : OptionalInt.of(order.size());
  }

  /**
   * Returns the settings that a trial varies.
   *
   * @param trial from 1, to {@link #trials}
   */
  public Map<String, String> settings(int trial) {
    if (!order.isEmpty()) {
      return space.combination(order.get(trial - 1));
    }
    Map<String, String> drawn = new LinkedHashMap<>();
    for (String name : space.names()) {
      drawn.put(name, space.candidates(name).draw(Chance.of(seed, trial, name)));
    }
    return drawn;
  }
}
