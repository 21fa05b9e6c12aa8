package io.github.albertner.pretrain;

import io.github.albertner.shard.PieceSet;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * The windows of a text, epoch after epoch, each in another order. The order depends on seed and
 * epoch alone: shards are shuffled, and among {@value #TOGETHER} shards at a time their windows.
 * Asked in order it is fast; in any order it gives the same. Not thread-safe.
 */
final class WindowOrder {
  private static final int TOGETHER = 32;

  private final PieceSet text;
  private final int length;
  private final LongUnaryOperator seeds;
  private final int[] counts;
  private final long perEpoch;

  private long epoch = -1;
  private List<Integer> shards = List.of();
  private long[] groupEnds = {};
  private int group = -1;
  private List<IntBuffer> open = List.of();
  private long[] windows = {};

  /**
   * An order.
   *
   * @param length of the windows
   * @param seeds an epoch's seed, from its number
   * @throws IllegalArgumentException if the text does not fill a window
   */
  WindowOrder(PieceSet text, int length, LongUnaryOperator seeds) {
    this.text = text;
    this.length = length;
    this.seeds = seeds;
    counts =
        IntStream.range(0, text.shards())
            .map(i -> WindowStarts.of(text.shard(i), length).length)
            .toArray();
    perEpoch = IntStream.of(counts).asLongStream().sum();
    if (perEpoch == 0) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "the text has %,d pieces, which fill no window of %d; expected more text, or shorter",
                  text.pieces(),
                  length)
              + " --windows");
    }
  }

  /** Returns the number of windows of an epoch. */
  long perEpoch() {
    return perEpoch;
  }

  /**
   * Where a window lies.
   *
   * @param shard its pieces
   * @param begin of its text in them
   */
  record Place(IntBuffer shard, int begin) {}

  /**
   * Returns the place of a window.
   *
   * @param index from 0, counted on over all epochs
   */
  Place at(long index) {
    beginEpoch(index / perEpoch);
    long inEpoch = index % perEpoch;
    int wanted = 0;
    while (inEpoch >= groupEnds[wanted]) {
      wanted++;
    }
    openGroup(wanted);
    long window = windows[Math.toIntExact(inEpoch - (wanted == 0 ? 0 : groupEnds[wanted - 1]))];
    return new Place(open.get((int) (window >>> 32)), (int) window);
  }

  private void beginEpoch(long wanted) {
    if (epoch == wanted) {
      return;
    }
    epoch = wanted;
    group = -1;
    shards = new ArrayList<>(IntStream.range(0, counts.length).boxed().toList());
    Collections.shuffle(shards, new Random(seeds.applyAsLong(epoch)));
    groupEnds = new long[(shards.size() + TOGETHER - 1) / TOGETHER];
    long end = 0;
    for (int i = 0; i < shards.size(); i++) {
      end += counts[shards.get(i)];
      groupEnds[i / TOGETHER] = end;
    }
  }

  private void openGroup(int wanted) {
    if (group == wanted) {
      return;
    }
    group = wanted;
    int first = wanted * TOGETHER;
    open =
        shards.subList(first, Math.min(first + TOGETHER, shards.size())).stream()
            .map(text::shard)
            .toList();
    windows =
        IntStream.range(0, open.size())
            .boxed()
            .flatMapToLong(
                i ->
                    IntStream.of(WindowStarts.of(open.get(i), length))
                        .mapToLong(begin -> (long) i << 32 | begin))
            .toArray();
    shuffle(windows, new SplittableRandom(seeds.applyAsLong(epoch) + 1 + wanted));
  }

  private static void shuffle(long[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
