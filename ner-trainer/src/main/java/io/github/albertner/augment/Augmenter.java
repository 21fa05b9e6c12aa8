package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Changes training sentences as settings say. Immutable; what it gives depends on the sentence and
 * the random numbers alone.
 */
public final class Augmenter {
  private final Map<Augmentation, Method> methods = new EnumMap<>(Augmentation.class);

  /**
   * An augmenter.
   *
   * @param probabilities of an entity (mentions) or a sentence (case) to be changed, from 0 to 1;
   *     one that is absent is 0
   * @param training sentences that mentions are taken from
   */
  public Augmenter(Map<Augmentation, Double> probabilities, List<Sentence> training) {
    probabilities.forEach(
        (kind, probability) -> {
          if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                "%s is %s; expected 0 to 1".formatted(kind.setting(), probability));
          }
          if (probability > 0) {
            methods.put(kind, method(kind, probability, training));
          }
        });
  }

  /** Returns whether no sentence is ever changed. */
  public boolean isOff() {
    return methods.isEmpty();
  }

  private static Method method(Augmentation kind, double probability, List<Sentence> training) {
    return switch (kind) {
      case MENTIONS -> new MentionReplacement(probability, training);
      case CASE -> new LetterCase(probability);
    };
  }

  /**
   * A sentence, changed or not.
   *
   * @param sentence with entities of the same types in the same order; the given one if nothing was
   *     changed
   * @param tally what was changed, of one sentence
   */
  public record Augmented(Sentence sentence, AugmentationTally tally) {}

  /**
   * Changes a sentence: all methods that are on, one after the other.
   *
   * @param random all that chance decides; none is drawn for methods that are off
   */
  public Augmented augment(Sentence sentence, Random random) {
    Map<Augmentation, Long> counts = new EnumMap<>(Augmentation.class);
    Sentence current = sentence;
    boolean changed = false;
    for (Map.Entry<Augmentation, Method> method : methods.entrySet()) {
      Method.Outcome outcome = method.getValue().apply(current, random);
      current = outcome.sentence();
      counts.put(method.getKey(), (long) outcome.changes());
      changed |= outcome.changes() > 0;
    }
    return new Augmented(current, new AugmentationTally(1, changed ? 1 : 0, counts));
  }
}
