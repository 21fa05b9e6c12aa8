package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Sentences with entities, of any shape. */
final class Corpus {
  private static final List<String> WORDS =
      List.of(
          "Ada",
          "Lovelace",
          "of",
          "London",
          "hyperphenylalaninaemia",
          "1843",
          ",",
          "naïve",
          "ß",
          "😀",
          "IV-B",
          "éclair",
          "ПРИВЕТ",
          "a");
  private static final List<String> TYPES = List.of("person", "place");

  private Corpus() {}

  static Arbitrary<List<Sentence>> corpora() {
    return sentences().list().ofMinSize(1).ofMaxSize(8);
  }

  private static Arbitrary<Sentence> sentences() {
    Arbitrary<List<String>> words = Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(12);
    // A length and a type for each stretch; even types are entities.
    Arbitrary<List<Integer>> stretches = Arbitraries.integers().between(0, 11).list().ofSize(12);
    return words.flatMap(
        w ->
            stretches.flatMap(
                s -> Arbitraries.of(true, false).map(starts -> sentence(w, s, starts))));
  }

  private static Sentence sentence(List<String> words, List<Integer> stretches, boolean starts) {
    List<EntitySpan> entities = new ArrayList<>();
    int begin = 0;
    for (int stretch : stretches) {
      int end = Math.min(words.size(), begin + 1 + stretch % 4);
      if (begin < end && stretch / 4 < TYPES.size()) {
        entities.add(new EntitySpan(begin, end, TYPES.get(stretch / 4)));
      }
      begin = end;
    }
    return new Sentence(words, entities, starts);
  }
}
