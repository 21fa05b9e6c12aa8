package io.github.albertner.evaluate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The scores of a set of predictions; {@link EntityEvaluator} says by which rules.
 *
 * @param sentences number of sentences judged, those without words included
 * @param words number of words in them
 * @param correctTags number of words whose predicted tag is the gold one, {@code O} included
 * @param tags matches of tags other than {@code O}
 * @param types matches of entities, for each type in the gold annotation or the predictions
 */
public record EntityScores(
    long sentences,
    long words,
    long correctTags,
    MatchCounts tags,
    SortedMap<String, MatchCounts> types) {

  /** Copies the map. */
  public EntityScores {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  /**
   * Returns the matches of all entities together: precision, recall and F1 of these are the micro
   * averages.
   *
   * @return sums over {@link #types}
   */
  public MatchCounts micro() {
    return types.values().stream().reduce(MatchCounts.NONE, MatchCounts::plus);
  }

  /**
   * Returns the mean precision of the types in the gold annotation.
   *
   * @return in [0, 1]; 0 if there are none
   */
  public double macroPrecision() {
    return macro(MatchCounts::precision);
  }

  /**
   * Returns the mean recall of the types in the gold annotation.
   *
   * @return in [0, 1]; 0 if there are none
   */
  public double macroRecall() {
    return macro(MatchCounts::recall);
  }

  /**
   * Returns the mean F1 of the types in the gold annotation, which is not the F1 of the mean
   * precision and recall.
   *
   * @return in [0, 1]; 0 if there are none
   */
  public double macroF1() {
    return macro(MatchCounts::f1);
  }

  private double macro(ToDoubleFunction<MatchCounts> measure) {
    return types.values().stream()
        .filter(counts -> counts.gold() > 0)
        .mapToDouble(measure)
        .average()
        .orElse(0);
  }

  /**
   * Returns the share of words whose tag is right, {@code O} included.
   *
   * @return in [0, 1]; 0 if there are no words
   */
  public double tokenAccuracy() {
    return MatchCounts.ratio(correctTags, words);
  }
}
