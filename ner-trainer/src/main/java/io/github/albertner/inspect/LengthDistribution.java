package io.github.albertner.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long sentences are, in pieces, [CLS] and [SEP] not counted.
 *
 * @param lengths of all sentences, rising; at least one
 */
public record LengthDistribution(List<Integer> lengths) {

  /** Copies the lengths and puts them in order. */
  public LengthDistribution {
    lengths = lengths.stream().sorted().toList();
    if (lengths.isEmpty()) {
      throw new IllegalArgumentException(
          "expected the length of at least one sentence, found none");
    }
  }

  /**
   * The length that a share of the sentences does not exceed.
   *
   * @param share in [0, 1]; 0.5 for the median
   * @return one of the lengths: the nearest rank
   */
  public int quantile(double share) {
    int rank = (int) Math.ceil(share * lengths.size());
    return lengths.get(Math.min(Math.max(rank, 1), lengths.size()) - 1);
  }

  /** The longest. */
  public int longest() {
    return lengths.get(lengths.size() - 1);
  }

  /** The sum of all. */
  public long total() {
    return lengths.stream().mapToLong(Integer::longValue).sum();
  }

  /** Number of sentences longer than so many pieces. */
  public long longerThan(int pieces) {
    return lengths.stream().filter(length -> length > pieces).count();
  }

  /**
   * Counts for a histogram.
   *
   * @param edges rising; bin i holds lengths from edge i up to, not including, edge i + 1, and the
   *     last bin, which begins at the last edge, all others
   * @return a count for each edge
   */
  public List<Long> histogram(List<Integer> edges) {
    long[] counts = new long[edges.size()];
    for (int length : lengths) {
      int bin = (int) IntStream.range(1, edges.size()).filter(i -> edges.get(i) <= length).count();
      counts[bin]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /**
   * Edges that suit several distributions: at most about {@code bins} bins of a round width, so
   * that at most one sentence in two hundred is in the last, open one.
   *
   * @param all at least one
   * @param bins how many, at least 2
   * @return the first edge is 0
   */
  public static List<Integer> edges(List<LengthDistribution> all, int bins) {
    int reach = all.stream().mapToInt(one -> one.quantile(0.995)).max().orElseThrow() + 1;
    int width = 1;
    int[] factors = {2, 5, 10};
    int power = 1;
    for (int i = 0; width * (bins - 1) < reach; i++) {
      width = factors[i % 3] * power;
      power = i % 3 == 2 ? power * 10 : power;
    }
    int step = width;
    return IntStream.rangeClosed(0, (reach + step - 1) / step).map(i -> i * step).boxed().toList();
  }
}
