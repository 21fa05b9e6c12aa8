package io.github.albertner.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Passages of a document that were read and not written yet, and the sentences just before them.
 */
final class Unwritten {
  private final int contextWords;
  private final List<List<String>> before = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private long characters;

  /**
   * @param contextWords words that must be known on each side of a sentence, if the document has
   *     them
   */
  Unwritten(int contextWords) {
    this.contextWords = contextWords;
  }

  /**
   * What can be written.
   *
   * @param document sentences of these passages, with as many before and after as matter
   * @param begin the first of them that belongs to the passages
   * @param passages in order
   */
  record Part(List<List<String>> document, int begin, List<Passage> passages) {
    Part {
      document = List.copyOf(document);
      passages = List.copyOf(passages);
    }
  }

  void add(Passage passage) {
    passages.add(passage);
    characters += passage.text().length();
  }

  /** Returns the characters of all passages. */
  long characters() {
    return characters;
  }

  /**
   * Takes the passages around which enough words are known.
   *
   * @param ended whether the document ends here, so that there is no more to be known
   */
  Part take(boolean ended) {
    List<Passage> taken = passages.subList(0, ended ? passages.size() : known());
    if (taken.isEmpty()) {
      return new Part(List.of(), 0, List.of());
    }
    List<List<String>> document = new ArrayList<>(before);
    passages.forEach(passage -> document.addAll(words(passage)));
    Part part = new Part(document, before.size(), taken);
    for (Passage passage : taken) {
      before.addAll(words(passage));
      characters -= passage.text().length();
    }
    taken.clear();
    if (ended) {
      before.clear();
    } else {
      forgetFarOnes();
    }
    return part;
  }

  /** How many passages have enough words after them. */
  private int known() {
    int known = passages.size();
    int after = 0;
    while (known > 0 && after < contextWords) {
      known--;
      after += words(passages.get(known)).stream().mapToInt(List::size).sum();
    }
    return known;
  }

  private void forgetFarOnes() {
    int near = 0;
    int first = before.size();
    while (first > 0 && near < contextWords) {
      first--;
      near += before.get(first).size();
    }
    before.subList(0, first).clear();
  }

  private static List<List<String>> words(Passage passage) {
    return passage.sentences().stream().map(sentence -> sentence.words(passage.text())).toList();
  }
}
