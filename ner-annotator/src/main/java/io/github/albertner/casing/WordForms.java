package io.github.albertner.casing;

import java.util.Locale;

/** Looks words up as a whole, without the marks at their edges, or by the parts of a compound. */
final class WordForms {
  private WordForms() {}

  /** Returns how often a word is written small, from 0 to 1; negative if it is not known. */
  static double smallShare(CasingTable table, String word) {
    int line = table.find(CasingTable.key(word));
    if (line < 0) {
      String core = core(word);
      line = core.length() < word.length() ? table.find(CasingTable.key(core)) : line;
    }
    if (line >= 0) {
      return table.smallShare(line);
    }
    int hyphen = word.lastIndexOf('-');
    return hyphen > 0 && hyphen < word.length() - 1
        ? smallShare(table, word.substring(hyphen + 1))
        : -1;
  }

  /**
   * Writes a word that is not written small.
   *
   * @param capitals whether the word as it is says nothing by its capitals
   */
  static String cased(CasingTable table, String word, boolean capitals) {
    String key = CasingTable.key(word);
    int line = table.find(key);
    if (line >= 0) {
      String form = table.form(line);
      return form.equals(key) ? capitalised(key) : form;
    }
    String core = core(word);
    if (core.length() < word.length() && !core.isEmpty()) {
      int at = word.indexOf(core);
      return CasingTable.key(word.substring(0, at))
          + cased(table, core, capitals)
          + CasingTable.key(word.substring(at + core.length()));
    }
    WordShape shape = WordShape.of(word);
    if (shape.digits() > 0 || !shape.isSpelled() || isDotted(word)) {
      return capitals ? word : key;
    }
    int cut = Math.max(word.lastIndexOf('-'), apostrophe(word));
    if (cut > 0 && cut < word.length() - 1) {
      return part(table, word.substring(0, cut), capitals)
          + word.charAt(cut)
          + part(table, word.substring(cut + 1), capitals);
    }
    return capitalised(key);
  }

  /** A part of a compound: small if it is usually so. */
  private static String part(CasingTable table, String part, boolean capitals) {
    if (smallShare(table, part) > 0.5) {
      return CasingTable.key(part);
    }
    return WordShape.of(part).isSpelled()
        ? cased(table, part, capitals)
        : part.toUpperCase(Locale.ROOT);
  }

  /** Whether an unknown word is written as {@code O'Neill} is. */
  static boolean isOfName(String word) {
    return apostrophe(word) > 0;
  }

  /** Where {@code O'Neill} and {@code D’Arcy} have theirs; not where {@code Paris's} has it. */
  private static int apostrophe(String word) {
    boolean has = word.length() > 3 && (word.charAt(1) == '\'' || word.charAt(1) == '\u2019');
    return has ? 1 : -1;
  }

  private static boolean isDotted(String word) {
    return word.indexOf('.') > 0 && word.indexOf('.') < word.length() - 1;
  }

  static String capitalised(String key) {
    int begin = 0;
    while (begin < key.length() && !Character.isLetter(key.codePointAt(begin))) {
      begin += Character.charCount(key.codePointAt(begin));
    }
    if (begin == key.length()) {
      return key;
    }
    int first = key.codePointAt(begin);
    return key.substring(0, begin)
        + Character.toString(Character.toTitleCase(first))
        + key.substring(begin + Character.charCount(first));
  }

  private static String core(String word) {
    int begin = 0;
    int end = word.length();
    while (begin < end && !Character.isLetterOrDigit(word.charAt(begin)) && !pair(word, begin)) {
      begin++;
    }
    while (end > begin
        && !Character.isLetterOrDigit(word.charAt(end - 1))
        && !pair(word, end - 1)) {
      end--;
    }
    return word.substring(begin, end);
  }

  private static boolean pair(String word, int at) {
    return Character.isSurrogate(word.charAt(at));
  }
}
