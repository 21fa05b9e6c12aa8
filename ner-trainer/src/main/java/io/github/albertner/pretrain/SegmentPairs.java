package io.github.albertner.pretrain;

import io.github.albertner.pretrain.TextWindow.Range;
import io.github.albertner.shard.StoredPiece;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Windows for sentence-order prediction (Lan et al., arXiv:1909.11942, section 3.1): two segments
 * that follow each other in a document, swapped in half of the windows. Both consist of whole
 * sentences, as half a one would tell which was last; so these windows are not quite full.
 */
final class SegmentPairs {
  private SegmentPairs() {}

  /**
   * A window and its answer.
   *
   * @param window of two segments
   * @param swapped whether the first is the one that follows the other in the text
   */
  record Pair(TextWindow window, boolean swapped) {}

  /**
   * Cuts a window in two.
   *
   * @param shard {@link StoredPiece}s
   * @param begin of the text in it
   * @param length T, at most
   * @param random decides where it is cut, and whether the segments are swapped
   * @return empty where there are no two whole sentences, or a document ends
   */
  static Optional<Pair> read(
      IntBuffer shard, int begin, int length, SubwordTokenizer tokenizer, Random random) {
    List<Integer> borders = borders(shard, begin, length, tokenizer);
    if (borders.size() < 2) {
      return Optional.empty();
    }
    int end = borders.get(borders.size() - 1);
    int cut = borders.get(random.nextInt(borders.size() - 1));
    boolean swapped = random.nextBoolean();
    Range before = new Range(begin, cut);
    Range after = new Range(cut, end);
    return Optional.of(
        new Pair(
            swapped
                ? TextWindow.ofTwo(shard, after, before, tokenizer)
                : TextWindow.ofTwo(shard, before, after, tokenizer),
            swapped));
  }

  /** Where sentences end that begin in the window and fit; none if a document ends in it. */
  private static List<Integer> borders(
      IntBuffer shard, int begin, int length, SubwordTokenizer tokenizer) {
    List<Integer> borders = new ArrayList<>();
    int end = begin + length - TextWindow.FRAME - 1;
    for (int i = begin; i <= end; i++) {
      boolean atEnd = i == shard.limit();
      if (!atEnd && StoredPiece.id(shard.get(i)) == tokenizer.separatorId()) {
        return List.of();
      }
      boolean isBorder = atEnd || StoredPiece.beginsSentence(shard.get(i));
      if (i > begin && isBorder) {
        borders.add(i);
      } else if (i == begin && !isBorder) {
        return List.of(); // within a sentence that is longer than a window
      }
    }
    return borders;
  }
}
