package io.github.albertner.evaluate;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The scores of a set of predictions in one mode.
 *
 * @param mode what counts as right
 * @param types counts of each type in the gold annotation or the predictions
 * @param surfaces seen and unseen entities apart, where the training data are known
 * @param intervals of F1, where asked for
 */
public record ModeScores(
    ScoringMode mode,
    SortedMap<String, CreditCounts> types,
    Optional<Surfaces> surfaces,
    Optional<Intervals> intervals) {

  /**
   * Entities by whether the training data have them; gold entities and predictions are each looked
   * up by their own words and type, as {@link KnownEntities} does.
   *
   * @param seen counts of those that the training data have
   * @param unseen counts of the others
   */
  public record Surfaces(CreditCounts seen, CreditCounts unseen) {}

  /**
   * Intervals of F1.
   *
   * @param micro of all entities together
   * @param macro of the mean over types
   * @param types of each type
   * @param seen of entities that the training data have; of 0 where these are not known
   * @param unseen of the others, likewise
   */
  public record Intervals(
      Interval micro,
      Interval macro,
      SortedMap<String, Interval> types,
      Interval seen,
      Interval unseen) {

    /** Copies the map. */
    public Intervals {
      types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }
  }

  /** Copies the map. */
  public ModeScores {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  /**
   * Returns the counts of all entities together: their precision, recall and F1 are the micro
   * averages.
   *
   * @return sums over {@link #types}
   */
  public CreditCounts micro() {
    return types.values().stream().reduce(CreditCounts.NONE, CreditCounts::plus);
  }

  /**
   * Returns the mean precision of the types in the gold annotation. A type that was only predicted
   * is no part of macro figures; its wrong predictions lower the micro precision.
   *
   * @return in [0, 1]; 0 if there are none
   */
  public double macroPrecision() {
    return macro(CreditCounts::precision);
  }

  /**
   * Returns the mean recall of the types in the gold annotation.
   *
   * @return in [0, 1]; 0 if there are none
   */
  public double macroRecall() {
    return macro(CreditCounts::recall);
  }

  /**
   * Returns the mean F1 of the types in the gold annotation, which is not the F1 of the mean
   * precision and recall.
   *
   * @return in [0, 1]; 0 if there are none
   */
  public double macroF1() {
    return macro(CreditCounts::f1);
  }

  private double macro(ToDoubleFunction<CreditCounts> measure) {
    return types.values().stream()
        .filter(counts -> counts.gold() > 0)
        .mapToDouble(measure)
        .average()
        .orElse(0);
  }
}
