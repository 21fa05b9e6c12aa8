package io.github.albertner.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The different words of a corpus. */
final class WordCounts {

  /** Occurrences of a word, and the first of them. */
  static final class Uses {
    private final CorpusPart part;
    private final int sentence;
    private final int word;
    private int count;

    private Uses(CorpusPart part, int sentence, int word) {
      this.part = part;
      this.sentence = sentence;
      this.word = word;
    }

    int count() {
      return count;
    }

    String example() {
      return Texts.around(part, sentence, word, word + 1);
    }
  }

  private WordCounts() {}

  /** In order of their first occurrence. */
  static Map<String, Uses> of(List<CorpusPart> parts) {
    Map<String, Uses> uses = new LinkedHashMap<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        List<String> words = part.sentences().get(i).words();
        for (int w = 0; w < words.size(); w++) {
          int sentence = i;
          int word = w;
          uses.computeIfAbsent(words.get(w), text -> new Uses(part, sentence, word)).count++;
        }
      }
    }
    return uses;
  }
}
