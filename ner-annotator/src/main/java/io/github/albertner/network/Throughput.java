package io.github.albertner.network;

import io.github.albertner.weights.WeightTensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** How fast a network goes through windows of 32 pieces, in batches as large as in use. */
public final class Throughput {
  /** Pieces of each window; a usual sentence. */
  public static final int WINDOW = 32;

  private static final long SECOND = 1_000_000_000L;

  private Throughput() {}

  /**
   * Runs random pieces for about a second.
   *
   * @param ranges for INT8
   * @param device {@code cpu} or a GPU that there is
   * @param threads processor threads to use
   * @return pieces a second
   */
  public static double measure(
      AlbertConfig config,
      int labels,
      Map<String, WeightTensor> weights,
      Precision precision,
      List<ActivationRange> ranges,
      DeviceChoice device,
      int threads) {
    try (TaggerNetwork network =
        TaggerNetwork.load(
            config, labels, weights, precision, ranges, Devices.device(device), threads)) {
      PieceBatch batch = batch(config, network.suitablePieces() / WINDOW);
      network.logits(batch); // libtorch chooses and compiles at first use
      long begin = System.nanoTime();
      long pieces = 0;
      long end = begin;
      while (end - begin < SECOND) {
        network.logits(batch);
        pieces += batch.pieces();
        end = System.nanoTime();
      }
      return (double) pieces * SECOND / (end - begin);
    }
  }

  private static PieceBatch batch(AlbertConfig config, int windows) {
    int length = Math.min(WINDOW, config.maxPositions());
    Random random = new Random(1);
    List<int[]> sentences =
        IntStream.range(0, Math.max(1, windows))
            .mapToObj(w -> random.ints(length, 0, config.vocabularySize()).toArray())
            .toList();
    int[] all = IntStream.range(0, length).toArray();
    return PieceBatch.of(sentences, Collections.nCopies(sentences.size(), all));
  }
}
