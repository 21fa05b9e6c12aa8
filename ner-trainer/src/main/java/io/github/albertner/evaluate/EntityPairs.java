package io.github.albertner.evaluate;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which prediction was meant for which gold entity of a sentence. Those of the same words
 * belong together; of the rest those that share most words, in doubt of the same type, then the
 * first ones. Each belongs to at most one other.
 *
 * <p>Scoring seeks the pairs that get the most credit; this seeks the explanation that a reader
 * would.
 */
final class EntityPairs {
  private record Candidate(EntitySpan gold, EntitySpan predicted) {
    int shared() {
      return Math.min(gold.end(), predicted.end()) - Math.max(gold.begin(), predicted.begin());
    }

    boolean sameWords() {
      return gold.begin() == predicted.begin() && gold.end() == predicted.end();
    }

    boolean sameType() {
      return gold.type().equals(predicted.type());
    }
  }

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing((Candidate c) -> !c.sameWords())
          .thenComparing(c -> -c.shared())
          .thenComparing(c -> !c.sameType())
          .thenComparing(c -> c.gold().begin())
          .thenComparing(c -> c.predicted().begin());

  private EntityPairs() {}

  /** The pairs of a sentence, gold entities first, each in order of their words. */
  static List<EntityPair> of(int index, JudgedSentence sentence) {
    List<Candidate> candidates = new ArrayList<>();
    for (EntitySpan gold : sentence.gold().entities()) {
      for (EntitySpan predicted : sentence.predicted()) {
        if (gold.overlaps(predicted)) {
          candidates.add(new Candidate(gold, predicted));
        }
      }
    }
    candidates.sort(ORDER);
    Set<EntitySpan> paired = new HashSet<>();
    Set<EntitySpan> used = new HashSet<>();
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!paired.contains(candidate.gold()) && used.add(candidate.predicted())) {
        paired.add(candidate.gold());
        chosen.add(candidate);
      }
    }
    List<EntityPair> pairs = new ArrayList<>();
    for (EntitySpan gold : sentence.gold().entities()) {
      Optional<EntitySpan> predicted =
          chosen.stream().filter(c -> c.gold().equals(gold)).map(Candidate::predicted).findFirst();
      pairs.add(new EntityPair(index, Optional.of(gold), predicted));
    }
    for (EntitySpan predicted : sentence.predicted()) {
      if (!used.contains(predicted)) {
        pairs.add(new EntityPair(index, Optional.empty(), Optional.of(predicted)));
      }
    }
    return pairs;
  }
}
