package io.github.albertner.modelpackage;

import io.github.albertner.weights.WeightTensor;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The weights that packages in this process were read with, so that packages of the same weights
 * hold them once: an application may load one file per entity type, or the same file many times.
 *
 * <p>Weights stay as long as a package holds them.
 */
final class WeightsPool {
  private static final Map<String, WeakReference<Map<String, WeightTensor>>> POOL = new HashMap<>();

  private WeightsPool() {}

  /**
   * Returns the weights of a file that was read before.
   *
   * @param digest SHA-256 of the safetensors file
   */
  static synchronized Optional<Map<String, WeightTensor>> find(String digest) {
    WeakReference<Map<String, WeightTensor>> reference = POOL.get(digest);
    return reference == null ? Optional.empty() : Optional.ofNullable(reference.get());
  }

  /**
   * Returns the weights that another thread added meanwhile, or adds these.
   *
   * @param digest SHA-256 of the safetensors file, verified
   * @param weights unmodifiable
   */
  static synchronized Map<String, WeightTensor> intern(
      String digest, Map<String, WeightTensor> weights) {
    POOL.values().removeIf(reference -> reference.get() == null);
    Optional<Map<String, WeightTensor>> known = find(digest);
    if (known.isPresent()) {
      return known.get();
    }
    POOL.put(digest, new WeakReference<>(weights));
    return weights;
  }
}
