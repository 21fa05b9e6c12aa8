package io.github.albertner.train;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;

/**
 * A development sentence and what a network found in it.
 *
 * @param sentence with its gold entities
 * @param predicted entities found, with probabilities
 * @param loss mean cross entropy of its words, in nats; 0 without words
 */
public record DevelopmentPrediction(Sentence sentence, List<EntitySpan> predicted, double loss) {
  /** Copies the list. */
  public DevelopmentPrediction {
    predicted = List.copyOf(predicted);
  }
}
