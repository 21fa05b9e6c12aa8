package io.github.albertner.pretrain;

import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.Random;

/** Makes of text what a network learns from: windows in which words are hidden. Thread-safe. */
final class WindowReader {
  private final SubwordTokenizer tokenizer;
  private final WordMasker masker;
  private final boolean ordering;

  /**
   * A reader.
   *
   * @param ordering whether windows have two segments, where that is possible, whose order is to be
   *     guessed
   */
  WindowReader(SubwordTokenizer tokenizer, WordMasker masker, boolean ordering) {
    this.tokenizer = tokenizer;
    this.masker = masker;
    this.ordering = ordering;
  }

  /**
   * Reads a window.
   *
   * @param shard {@link io.github.albertner.shard.StoredPiece}s
   * @param begin of the text in it
   * @param length T; with segments at most
   * @param random decides what is hidden, and in what order segments stand
   */
  MaskedWindow read(IntBuffer shard, int begin, int length, Random random) {
    Optional<SegmentPairs.Pair> pair =
        ordering ? SegmentPairs.read(shard, begin, length, tokenizer, random) : Optional.empty();
    if (pair.isEmpty()) {
      return masker.mask(TextWindow.of(shard, begin, length, tokenizer), random);
    }
    TextWindow window = pair.get().window();
    return masker
        .mask(window, random)
        .withOrder(
            window.secondSegment().orElseThrow(), pair.get().swapped(), tokenizer.vocabularySize());
  }
}
