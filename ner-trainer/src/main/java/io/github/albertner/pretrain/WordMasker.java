package io.github.albertner.pretrain;

import io.github.albertner.pretrain.TextWindow.Word;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Hides words, for a network to guess: n-grams of whole words, n drawn with p(n) proportional to
 * 1/n among those that fit (Lan et al., arXiv:1909.11942, section 4.1), until a share of the pieces
 * is hidden. Of the pieces hidden, 80 % become [MASK], 10 % another piece of text at random, and 10
 * % stay (Devlin et al., arXiv:1810.04805, section 3.1). Thread-safe.
 */
final class WordMasker {
  private static final double MASKED = 0.8;
  private static final double REPLACED = 0.9;

  private final double share;
  private final int longest;
  private final int mask;
  private final SubwordTokenizer tokenizer;
  private final int[] ordinary;

  /**
   * A masker.
   *
   * @param share of the pieces to hide
   * @param longest n-gram, in words
   */
  WordMasker(double share, int longest, SubwordTokenizer tokenizer) {
    this.share = share;
    this.longest = longest;
    this.tokenizer = tokenizer;
    mask = tokenizer.maskId();
    ordinary =
        IntStream.range(0, tokenizer.vocabularySize())
            .filter(id -> !tokenizer.isControl(id))
            .toArray();
  }

  /**
   * Reads a window and hides words of it.
   *
   * @param shard {@link io.github.albertner.shard.StoredPiece}s
   * @param begin of the text in it
   * @param length T
   * @param random decides which, and what stands in their place
   */
  MaskedWindow mask(IntBuffer shard, int begin, int length, Random random) {
    return mask(TextWindow.of(shard, begin, length, tokenizer), random);
  }

  /**
   * Hides words of a window, which itself stays as it is.
   *
   * @param random decides which, and what stands in their place
   */
  MaskedWindow mask(TextWindow window, Random random) {
    boolean[] hidden = choose(window, random);
    int[] pieces = window.pieces().clone();
    int[] rows = IntStream.range(0, pieces.length).filter(i -> hidden[i]).toArray();
    int[] targets = IntStream.of(rows).map(row -> pieces[row]).toArray();
    for (int row : rows) {
      double chance = random.nextDouble();
      if (chance < MASKED) {
        pieces[row] = mask;
      } else if (chance < REPLACED) {
        pieces[row] = ordinary[random.nextInt(ordinary.length)];
      }
    }
    return new MaskedWindow(pieces, rows, targets);
  }

  /** Which pieces are hidden. */
  private boolean[] choose(TextWindow window, Random random) {
    List<Word> words = window.words();
    boolean[] hidden = new boolean[window.pieces().length];
    List<Integer> order = new ArrayList<>(IntStream.range(0, words.size()).boxed().toList());
    Collections.shuffle(order, random);
    int left = Math.max(1, (int) Math.round(share * window.textPieces()));
    for (int first : order) {
      if (left == 0) {
        break;
      }
      int most = fitting(words, first, hidden, left);
      if (most > 0) {
        int end = words.get(first + draw(most, random) - 1).end();
        for (int i = words.get(first).begin(); i < end; i++) {
          hidden[i] = true;
          left--;
        }
      }
    }
    return hidden;
  }

  /** How many words from one on, each next to the one before, can be hidden. */
  private int fitting(List<Word> words, int first, boolean[] hidden, int left) {
    int count = 0;
    int begin = words.get(first).begin();
    for (int i = first; i < words.size() && count < longest; i++) {
      Word word = words.get(i);
      boolean follows = i == first || words.get(i - 1).end() == word.begin();
      if (!follows || hidden[word.begin()] || word.end() - begin > left) {
        break;
      }
      count++;
    }
    return count;
  }

  /** Draws n from 1 to most, with p(n) proportional to 1/n. */
  private static int draw(int most, Random random) {
    double sum = 0;
    for (int n = 1; n <= most; n++) {
      sum += 1.0 / n;
    }
    double chance = random.nextDouble() * sum;
    int n = 1;
    while (n < most && chance >= 1.0 / n) {
      chance -= 1.0 / n;
      n++;
    }
    return n;
  }
}
