package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** BIO labels, written once more, so that tests do not rest on what they test. */
final class Labels {
  private Labels() {}

  static List<String> of(Sentence sentence) {
    List<String> labels = new ArrayList<>(Collections.nCopies(sentence.words().size(), "O"));
    for (EntitySpan entity : sentence.entities()) {
      for (int w = entity.begin(); w < entity.end(); w++) {
        labels.set(w, (w == entity.begin() ? "B-" : "I-") + entity.type());
      }
    }
    return labels;
  }

  static Map<String, Set<String>> words(List<Sentence> corpus) {
    Map<String, Set<String>> words = new HashMap<>();
    for (Sentence sentence : corpus) {
      List<String> labels = of(sentence);
      for (int w = 0; w < labels.size(); w++) {
        words.computeIfAbsent(labels.get(w), label -> new TreeSet<>()).add(sentence.words().get(w));
      }
    }
    return words;
  }
}
