package io.github.albertner.evaluate;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By how much the F1 of a model exceeds that of a baseline in one mode.
 *
 * @param micro of all entities together
 * @param macro of the mean over the types in the gold annotation
 * @param types of each type on any side
 * @param surfaces of seen and unseen entities, where the training data are known
 */
public record ModeDifferences(
    F1Difference micro,
    F1Difference macro,
    SortedMap<String, F1Difference> types,
    Optional<Surfaces> surfaces) {

  /**
   * Differences by whether the training data have the entities.
   *
   * @param seen of those that they have
   * @param unseen of the others
   */
  public record Surfaces(F1Difference seen, F1Difference unseen) {}

  /** Copies the map. */
  public ModeDifferences {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }
}
