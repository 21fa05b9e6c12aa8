package io.github.albertner.casing;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the words of a sentence that is all in capitals, all in small letters or a headline as
 * they are written in the middle of text. Other sentences stay as they are. Thread-safe.
 */
public final class Recaser {
  private final CasingTable table;
  private final CaseDecoder decoder;

  /** A recaser by a table. */
  public Recaser(CasingTable table) {
    this.table = table;
    decoder = new CaseDecoder(table);
  }

  /**
   * Recases a sentence.
   *
   * @param words its tokens
   * @return as many words, of which only letters' case may differ; the same instance where nothing
   *     is to be done
   */
  public List<String> recase(List<String> words) {
    SentenceCase sentenceCase = SentenceCase.of(words, table);
    if (sentenceCase == SentenceCase.USUAL) {
      return words;
    }
    boolean[] small = decoder.small(words, sentenceCase);
    List<String> recased = new ArrayList<>(words.size());
    boolean first = true;
    for (int w = 0; w < words.size(); w++) {
      String word = words.get(w);
      if (!WordShape.of(word).isWord()) {
        recased.add(word);
        continue;
      }
      recased.add(written(word, sentenceCase, small[w], first));
      first = false;
    }
    return recased;
  }

  private String written(String word, SentenceCase sentenceCase, boolean small, boolean first) {
    if (sentenceCase == SentenceCase.HEADLINE && (!small || first)) {
      return word;
    }
    if (small) {
      String key = CasingTable.key(word);
      boolean clitic = !Character.isLetterOrDigit(word.codePointAt(0));
      return first && !clitic ? WordForms.capitalised(key) : key;
    }
    return WordForms.cased(table, word, sentenceCase == SentenceCase.CAPITALS);
  }
}
