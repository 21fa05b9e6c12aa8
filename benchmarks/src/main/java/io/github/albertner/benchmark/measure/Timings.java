package io.github.albertner.benchmark.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The seconds that each contender took in each round. */
public final class Timings {
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  void add(String contender, double time) {
    seconds.computeIfAbsent(contender, name -> new ArrayList<>()).add(time);
  }

  /** Returns the contenders, in the order in which they were given. */
  public List<String> contenders() {
    return List.copyOf(seconds.keySet());
  }

  /** True if a contender of that name took part. */
  public boolean has(String contender) {
    return seconds.containsKey(contender);
  }

  /** Returns a contender's seconds. */
  public Spread seconds(String contender) {
    return Spread.of(of(contender));
  }

  /**
   * Returns how many times as long one contender took as another, round by round.
   *
   * @param slower what is divided
   * @param faster what it is divided by
   */
  public Spread ratio(String slower, String faster) {
    double[] above = of(slower);
    double[] below = of(faster);
    return Spread.of(
        IntStream.range(0, above.length).mapToDouble(r -> above[r] / below[r]).toArray());
  }

  private double[] of(String contender) {
    List<Double> times = seconds.get(contender);
    if (times == null) {
      throw new IllegalArgumentException(
          "no contender %s; there are %s".formatted(contender, seconds.keySet()));
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
