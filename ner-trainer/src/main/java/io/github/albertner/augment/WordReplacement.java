package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.TagScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Replaces words by others that had the same BIO label in training (section 3, Label-wise token
 * replacement), each as likely as it was frequent.
 */
final class WordReplacement implements Method {
  private final double probability;
  private final Map<String, WordCounts> counts = new HashMap<>();

  /**
   * @param probability of each word
   * @param training whose words replace others
   */
  WordReplacement(double probability, List<Sentence> training) {
    this.probability = probability;
    Map<String, Map<String, Long>> byLabel = new TreeMap<>();
    for (Sentence sentence : training) {
      List<String> labels = labels(sentence);
      for (int word = 0; word < labels.size(); word++) {
        byLabel
            .computeIfAbsent(labels.get(word), label -> new TreeMap<>())
            .merge(sentence.words().get(word), 1L, Long::sum);
      }
    }
    byLabel.forEach((label, words) -> counts.put(label, new WordCounts(words)));
  }

  @Override
  public Outcome apply(Sentence sentence, Random random) {
    List<String> labels = labels(sentence);
    List<String> words = new ArrayList<>(sentence.words());
    int changes = 0;
    for (int i = 0; i < words.size(); i++) {
      if (random.nextDouble() < probability) {
        String word = words.get(i);
        WordCounts known = counts.get(labels.get(i));
        String other = known == null ? word : known.other(word, random);
        words.set(i, other);
        changes += other.equals(word) ? 0 : 1;
      }
    }
    return changes == 0
        ? new Outcome(sentence, 0)
        : new Outcome(new Sentence(words, sentence.entities(), sentence.startsDocument()), changes);
  }

  private static List<String> labels(Sentence sentence) {
    return TagScheme.BIO.encode(sentence.entities(), sentence.words().size());
  }
}
