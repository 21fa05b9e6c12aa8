package io.github.albertner.optimize;

import io.github.albertner.weights.WeightTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights and what AdamW remembers of them, all F32.
 *
 * @param weights by name, in canonical order
 * @param firstMoments running means of the gradients, by the names of the weights
 * @param secondMoments running means of their squares, by the names of the weights
 * @param steps updates that each weight has taken, in canonical order
 */
public record NetworkState(
    Map<String, WeightTensor> weights,
    Map<String, WeightTensor> firstMoments,
    Map<String, WeightTensor> secondMoments,
    WeightTensor steps) {

  public static final String STEPS = "steps";

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if the parts are not of the same parameters
   */
  public NetworkState {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    firstMoments = Collections.unmodifiableMap(new LinkedHashMap<>(firstMoments));
    secondMoments = Collections.unmodifiableMap(new LinkedHashMap<>(secondMoments));
    if (!weights.keySet().equals(firstMoments.keySet())
        || !weights.keySet().equals(secondMoments.keySet())
        || steps.elements() != weights.size()) {
      throw new IllegalArgumentException(
          "expected weights, moments and steps of the same parameters, found %s, %s, %s and %s"
              .formatted(
                  weights.size(), firstMoments.size(), secondMoments.size(), steps.elements()));
    }
  }
}
