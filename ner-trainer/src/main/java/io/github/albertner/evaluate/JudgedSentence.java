package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A sentence with what a tagger found in it.
 *
 * @param gold words, and the entities that are there
 * @param predicted entities found, with probabilities, without overlaps; kept in order
 * @param loss mean cross entropy of its words' gold labels, in nats; empty where it is not known
 */
public record JudgedSentence(Sentence gold, List<EntitySpan> predicted, OptionalDouble loss) {
  /**
   * Copies the list and puts it in order.
   *
   * @throws IllegalArgumentException if an entity ends after the last word
   */
  public JudgedSentence {
    predicted = predicted.stream().sorted(Comparator.comparingInt(EntitySpan::begin)).toList();
    for (EntitySpan found : predicted) {
      if (found.end() > gold.words().size()) {
        throw new IllegalArgumentException(
            "expected entities within %s words, found %s".formatted(gold.words().size(), found));
      }
    }
  }

  /** Returns whether an entity that was found is there, strictly: same words, same type. */
  public boolean isRight(EntitySpan found) {
    return gold.entities().stream().anyMatch(found::sameEntity);
  }

  /** Returns whether an entity that is there was found, strictly. */
  public boolean isFound(EntitySpan entity) {
    return predicted.stream().anyMatch(entity::sameEntity);
  }

  /** Returns the number of entities missed and of those found that are not there. */
  public long errors() {
    return gold.entities().stream().filter(entity -> !isFound(entity)).count()
        + predicted.stream().filter(found -> !isRight(found)).count();
  }
}
