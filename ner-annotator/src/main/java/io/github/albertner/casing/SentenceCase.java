package io.github.albertner.casing;

import java.util.List;

/** Whether the letters of a sentence say something by their case. */
enum SentenceCase {
  /** They do, or too little is written to say that they do not. */
  USUAL,
  /** All are capitals. */
  CAPITALS,
  /** None is a capital. */
  SMALL,
  /** Words that are usually small begin with a capital, as in a headline. */
  HEADLINE;

  /** Short words stay small in a headline. */
  private static final int SHORT_WORD = 3;

  private static final int HEADLINE_WORDS = 3;
  private static final int EVIDENCE = 2;

  static SentenceCase of(List<String> words, CasingTable table) {
    List<WordShape> shapes = words.stream().map(WordShape::of).toList();
    if (shapes.stream().noneMatch(WordShape::isWord)) {
      return USUAL;
    }
    if (shapes.stream().allMatch(shape -> !shape.isWord() || shape.isSmall())) {
      long spelled = shapes.stream().filter(WordShape::isSpelled).count();
      return spelled >= EVIDENCE ? SMALL : USUAL;
    }
    if (shapes.stream().allMatch(shape -> !shape.isWord() || shape.isCapitals())) {
      return areNotAcronyms(words, shapes, table) ? CAPITALS : USUAL;
    }
    return isHeadline(words, shapes, table) ? HEADLINE : USUAL;
  }

  /** At least two words that are no acronyms, at least one of them known as none. */
  private static boolean areNotAcronyms(
      List<String> words, List<WordShape> shapes, CasingTable table) {
    int known = 0;
    int unknown = 0;
    for (int w = 0; w < words.size(); w++) {
      if (shapes.get(w).isSpelled()) {
        int line = table.find(CasingTable.key(words.get(w)));
        if (line < 0) {
          unknown++;
        } else if (!WordShape.of(table.form(line)).isCapitals() || table.smallShare(line) >= 0.5) {
          known++;
        }
      }
    }
    return known > 0 && known + unknown >= EVIDENCE;
  }

  /** Half of what begins with a capital, beside the first word, is usually small. */
  private static boolean isHeadline(List<String> words, List<WordShape> shapes, CasingTable table) {
    int capitalised = 0;
    double usuallySmall = 0;
    boolean first = true;
    for (int w = 0; w < words.size(); w++) {
      WordShape shape = shapes.get(w);
      if (!shape.isSpelled()) {
        continue;
      }
      if (shape.isSmall() && shape.small() > SHORT_WORD) {
        return false;
      }
      if (!first && isCapitalised(words.get(w), shape)) {
        String key = CasingTable.key(words.get(w));
        int line = table.find(key);
        capitalised++;
        usuallySmall += line < 0 ? 0 : table.smallShare(line);
      }
      first = false;
    }
    return capitalised >= HEADLINE_WORDS && 2 * usuallySmall >= capitalised;
  }

  static boolean isCapitalised(String word, WordShape shape) {
    int first = word.codePointAt(0);
    return shape.capitals() == 1
        && shape.small() > 0
        && (Character.isUpperCase(first) || Character.isTitleCase(first));
  }
}
