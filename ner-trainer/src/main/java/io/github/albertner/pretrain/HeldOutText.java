package io.github.albertner.pretrain;

import io.github.albertner.shard.PieceSet;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/** Windows to judge by: the same ones, with the same words hidden, at every evaluation. */
final class HeldOutText {
  private static final long SEED = 0x243f6a8885a308d3L;
  private static final int BATCH_PIECES = 4096;

  private final List<MaskedBatch> batches;
  private final int hidden;

  private HeldOutText(List<MaskedBatch> batches) {
    this.batches = List.copyOf(batches);
    hidden = batches.stream().mapToInt(MaskedBatch::hidden).sum();
  }

  /**
   * Windows of a text, spread evenly over it.
   *
   * @param length of the windows
   * @param most windows to take
   * @throws IllegalArgumentException if the text does not fill a window, or nothing in it can be
   *     hidden
   */
  static HeldOutText of(PieceSet text, int length, int most, WordMasker masker) {
    List<MaskedWindow> windows = windows(text, length, most, masker);
    int size = Math.max(1, BATCH_PIECES / length);
    List<MaskedBatch> batches = new ArrayList<>();
    for (int begin = 0; begin < windows.size(); begin += size) {
      batches.add(MaskedBatch.of(windows.subList(begin, Math.min(begin + size, windows.size()))));
    }
    HeldOutText heldOut = new HeldOutText(batches);
    if (heldOut.hidden == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the held-out text has %,d pieces, too few for a window of %d; expected more, by a"
                  + " larger --dev-share or by --dev",
              text.pieces(),
              length));
    }
    return heldOut;
  }

  private static List<MaskedWindow> windows(
      PieceSet text, int length, int most, WordMasker masker) {
    long all = 0;
    for (int i = 0; i < text.shards(); i++) {
      all += WindowStarts.of(text.shard(i), length).length;
    }
    List<MaskedWindow> windows = new ArrayList<>();
    SplittableRandom seeds = new SplittableRandom(SEED);
    long next = 0;
    for (int i = 0; i < text.shards(); i++) {
      IntBuffer shard = text.shard(i);
      for (int begin : WindowStarts.of(shard, length)) {
        // The k-th window taken is the first from k / most of all on.
        if (next * most >= windows.size() * all) {
          windows.add(masker.mask(shard, begin, length, new Random(seeds.nextLong())));
        }
        next++;
      }
    }
    return windows;
  }

  /** Returns the number of windows. */
  int windows() {
    return batches.stream().mapToInt(batch -> batch.pieces().sentences()).sum();
  }

  /** Returns the number of hidden pieces. */
  int hidden() {
    return hidden;
  }

  /**
   * Has a network guess.
   *
   * @return means over the hidden pieces
   */
  Judgement judge(MaskedLanguageNetwork network) {
    double loss = 0;
    double right = 0;
    for (MaskedBatch batch : batches) {
      if (batch.pieces().rows() > 0) {
        MaskedLanguageNetwork.Guesses guesses = network.judge(batch);
        loss += guesses.loss();
        right += guesses.right();
      }
    }
    return new Judgement(loss / hidden, right / hidden);
  }

  /**
   * How well hidden pieces are guessed.
   *
   * @param loss mean cross entropy, in nats
   * @param accuracy share of those whose best guess is right
   */
  record Judgement(double loss, double accuracy) {}
}
