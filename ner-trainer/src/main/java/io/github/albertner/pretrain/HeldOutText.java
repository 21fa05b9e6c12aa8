package io.github.albertner.pretrain;

import io.github.albertner.shard.PieceSet;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Windows to judge by: the same ones, with the same words hidden, at every evaluation. */
final class HeldOutText {
  private static final long SEED = 0x243f6a8885a308d3L;
  private static final int BATCH_PIECES = 4096;

  private final List<MaskedBatch> batches;

  private HeldOutText(List<MaskedBatch> batches) {
    this.batches = List.copyOf(batches);
  }

  /**
   * Windows of a text, spread evenly over it.
   *
   * @param length of the windows
   * @param most windows to take
   * @throws IllegalArgumentException if the text does not fill a window, or nothing in it can be
   *     hidden
   */
  static HeldOutText of(
      PieceSet text, int length, int most, WordMasker masker, SubwordTokenizer tokenizer) {
    List<TextWindow> windows = windows(text, length, most, tokenizer);
    int size = Math.max(1, BATCH_PIECES / length);
    List<MaskedBatch> batches = new ArrayList<>();
    for (int begin = 0; begin < windows.size(); begin += size) {
      List<MaskedWindow> masked = new ArrayList<>();
      for (int i = begin; i < Math.min(begin + size, windows.size()); i++) {
        masked.add(masker.mask(windows.get(i), new Random(SEED + i)));
      }
      batches.add(MaskedBatch.of(masked));
    }
    HeldOutText heldOut = new HeldOutText(batches);
    if (heldOut.rows() == 0) {
      throw new IllegalArgumentException(
          ("the held-out text has %,d pieces, too few for a window of %d; expected more, by a"
                  + " larger --dev-share or by --dev")
              .formatted(text.pieces(), length));
    }
    return heldOut;
  }

  private static List<TextWindow> windows(
      PieceSet text, int length, int most, SubwordTokenizer tokenizer) {
    long all = 0;
    for (int i = 0; i < text.shards(); i++) {
      all += WindowStarts.of(text.shard(i), length).length;
    }
    List<TextWindow> windows = new ArrayList<>();
    long next = 0;
    for (int i = 0; i < text.shards(); i++) {
      IntBuffer shard = text.shard(i);
      for (int begin : WindowStarts.of(shard, length)) {
        // The k-th window taken is the first from k / most of all on.
        if (next * most >= windows.size() * all) {
          windows.add(TextWindow.of(shard, begin, length, tokenizer));
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
  int rows() {
    return batches.stream().mapToInt(batch -> batch.pieces().rows()).sum();
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
    return new Judgement(loss / rows(), right / rows());
  }

  /**
   * How well hidden pieces are guessed.
   *
   * @param loss mean cross entropy, in nats
   * @param accuracy share of those whose best guess is right
   */
  record Judgement(double loss, double accuracy) {}
}
