package io.github.albertner.evaluate;

import io.github.albertner.label.EntitySpan;
import java.util.Optional;

/**
 * A gold entity beside the prediction that was meant for it; one of them may be missing.
 *
 * @param sentence where they are, counted from 0
 * @param gold the entity that is there; empty for a prediction where there is none
 * @param predicted the entity that was found; empty for a gold entity that was missed
 */
public record EntityPair(int sentence, Optional<EntitySpan> gold, Optional<EntitySpan> predicted) {

  /** What is wrong with a pair. */
  public enum Kind {
    /** Nothing: same words, same type. */
    RIGHT,
    /** Same words, another type. */
    TYPE,
    /** Same type, other words, at least one of them shared. */
    BOUNDARY,
    /** Another type and other words, at least one of them shared. */
    TYPE_AND_BOUNDARY,
    /** The gold entity shares no word with a prediction of its own. */
    MISSED,
    /** The prediction shares no word with a gold entity of its own. */
    SPURIOUS
  }

  /** Where a prediction begins or ends beside the gold entity. */
  public enum Edge {
    /** Inside: words are missing on this side. */
    SHORT,
    /** At the same word. */
    SAME,
    /** Outside: there are words too many on this side. */
    LONG;

    private static Edge of(int surplus) {
      return surplus == 0 ? SAME : surplus > 0 ? LONG : SHORT;
    }
  }

  /**
   * Checks that there is something.
   *
   * @throws IllegalArgumentException if both are missing
   */
  public EntityPair {
    if (gold.isEmpty() && predicted.isEmpty()) {
      throw new IllegalArgumentException("expected a gold entity or a prediction, found neither");
    }
  }

  /** Returns what is wrong. */
  public Kind kind() {
    if (gold.isEmpty()) {
      return Kind.SPURIOUS;
    }
    if (predicted.isEmpty()) {
      return Kind.MISSED;
    }
    boolean sameType = gold.get().type().equals(predicted.get().type());
    boolean sameWords = left() == Edge.SAME && right() == Edge.SAME;
    if (sameWords) {
      return sameType ? Kind.RIGHT : Kind.TYPE;
    }
    return sameType ? Kind.BOUNDARY : Kind.TYPE_AND_BOUNDARY;
  }

  /**
   * Returns how the first words compare.
   *
   * @throws java.util.NoSuchElementException if one of the two is missing
   */
  public Edge left() {
    return Edge.of(gold.orElseThrow().begin() - predicted.orElseThrow().begin());
  }

  /**
   * Returns how the last words compare.
   *
   * @throws java.util.NoSuchElementException if one of the two is missing
   */
  public Edge right() {
    return Edge.of(predicted.orElseThrow().end() - gold.orElseThrow().end());
  }
}
