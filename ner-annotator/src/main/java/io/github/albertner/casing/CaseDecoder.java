package io.github.albertner.casing;

import java.util.List;
import java.util.Set;

/**
 * Decides which words of a sentence are written small: the likeliest sequence, by how each word is
 * written elsewhere and by what stands beside it, as names of several words stand together.
 */
final class CaseDecoder {
  /** Nothing is certain: the table is of other text. */
  private static final double CERTAINTY = 0.99;

  /** How likely an unknown word is a name, beside what its ending says: odds. */
  private static final double UNKNOWN_ODDS = 16;

  /** How often a code with digits, or what is written like O'Neill, is written small. */
  private static final double RARELY = 0.2;

  /** How much neighbours count beside the word itself. */
  private static final double ATTRACTION = 1.3;

  private static final Set<String> APOSTROPHES = Set.of("'", "\u2019");
  private static final Set<String> CLITICS = Set.of("s", "t", "m", "d", "ll", "re", "ve");

  private final CasingTable table;

  CaseDecoder(CasingTable table) {
    this.table = table;
  }

  /**
   * Decides.
   *
   * @return for each word whether it is written small; true for one without letters
   */
  boolean[] small(List<String> words, SentenceCase sentenceCase) {
    int n = words.size();
    double[][] best = new double[n + 1][2]; // [.][1] small
    boolean[][] from = new boolean[n + 1][2];
    boolean[] isWord = new boolean[n];
    boolean afterMark = true;
    for (int w = 0; w < n; w++) {
      WordShape shape = WordShape.of(words.get(w));
      isWord[w] = shape.isWord();
      if (!isWord[w]) {
        best[w + 1] = best[w].clone();
        from[w + 1] = new boolean[] {false, true};
        afterMark = true;
        continue;
      }
      double p = isClitic(words, w) ? CERTAINTY : smallShare(words.get(w), shape, sentenceCase);
      double[] own = {Math.log(1 - p), Math.log(p)};
      for (int s = 0; s < 2; s++) {
        double afterCased = best[w][0] + transition(s, afterMark, table.casedAfterCased());
        double afterSmall = best[w][1] + transition(s, afterMark, table.casedAfterSmall());
        from[w + 1][s] = afterSmall >= afterCased;
        best[w + 1][s] = own[s] + Math.max(afterCased, afterSmall);
      }
      afterMark = false;
    }
    boolean[] small = new boolean[n];
    boolean state = best[n][1] >= best[n][0];
    for (int w = n - 1; w >= 0; w--) {
      small[w] = state || !isWord[w];
      state = from[w + 1][state ? 1 : 0];
    }
    return small;
  }

  /**
   * Whether a word is what is left of {@code is}, {@code not} or {@code have}, cut off its mark.
   */
  private static boolean isClitic(List<String> words, int w) {
    return w > 1
        && APOSTROPHES.contains(words.get(w - 1))
        && CLITICS.contains(CasingTable.key(words.get(w)));
  }

  private double transition(int small, boolean afterMark, double cased) {
    double rate = afterMark ? table.casedAfterMark() : cased;
    double all = table.casedRate();
    return ATTRACTION * Math.log(small == 1 ? (1 - rate) / (1 - all) : rate / all);
  }

  private double smallShare(String word, WordShape shape, SentenceCase sentenceCase) {
    if (sentenceCase == SentenceCase.HEADLINE && !SentenceCase.isCapitalised(word, shape)) {
      return shape.isSmall() ? CERTAINTY : 1 - CERTAINTY;
    }
    double share = WordForms.smallShare(table, word);
    if (share < 0 && (shape.digits() > 0 || WordForms.isOfName(word))) {
      share = RARELY;
    } else if (share < 0) {
      double odds = table.smallShareOfUnknown(CasingTable.key(word));
      odds = odds / (1 - odds) / UNKNOWN_ODDS;
      share = odds / (1 + odds);
    }
    return Math.min(CERTAINTY, Math.max(1 - CERTAINTY, share));
  }
}
