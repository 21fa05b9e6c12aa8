package io.github.albertner.modelpackage;

import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the tensors that a configuration calls for with the tensors found. */
public final class ParameterCheck {
  /** A message with more names than this helps nobody. */
  private static final int MAX_NAMES = 40;

  private ParameterCheck() {}

  /**
   * Compares the tensors of a tagger.
   *
   * @param config sizes of the network
   * @param labels number of labels, or 0 for an encoder without a classifier
   * @param found the tensors by canonical name
   * @return what is missing, unexpected, mis-shaped or of a wrong type, in one text, or empty when
   *     all fits
   */
  public static Optional<String> mismatch(
      AlbertConfig config, int labels, Map<String, WeightTensor> found) {
    Map<String, List<Long>> expected =
        labels == 0 ? config.encoderShapes() : config.parameterShapes(labels);
    List<String> faults = new ArrayList<>();
    WeightTensor classifier = found.get(AlbertConfig.CLASSIFIER_WEIGHT);
    if (labels > 0 && classifier != null && rows(classifier) != labels) {
      faults.add(
          "config.json has %s labels, but %s has %s rows"
              .formatted(labels, AlbertConfig.CLASSIFIER_WEIGHT, rows(classifier)));
    }
    List<String> missing = new ArrayList<>();
    List<String> misshaped = new ArrayList<>();
    List<String> mistyped = new ArrayList<>();
    expected.forEach(
        (name, shape) -> {
          WeightTensor tensor = found.get(name);
          if (tensor == null) {
            missing.add(name + " " + shape);
          } else if (!tensor.shape().equals(shape)) {
            misshaped.add("%s expected %s, found %s".formatted(name, shape, tensor.shape()));
          } else if (!tensor.dataType().isFloatingPoint()) {
            mistyped.add(name + " " + tensor.dataType());
          }
        });
    List<String> unexpected =
        found.values().stream()
            .filter(tensor -> !expected.containsKey(tensor.name()))
            .map(tensor -> tensor.name() + " " + tensor.shape())
            .toList();
    list(faults, "missing", missing);
    list(faults, "unexpected", unexpected);
    list(faults, "of another shape", misshaped);
    list(faults, "not of real numbers", mistyped);
    return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
  }

  /**
   * Puts tensors into the canonical order.
   *
   * @param config sizes of the network
   * @param labels number of labels, or 0 for an encoder without a classifier
   * @param found tensors that {@link #mismatch} found nothing wrong with
   * @return the same tensors in the order of the configuration's parameters
   */
  public static Map<String, WeightTensor> ordered(
      AlbertConfig config, int labels, Map<String, WeightTensor> found) {
    Map<String, WeightTensor> ordered = new LinkedHashMap<>();
    (labels == 0 ? config.encoderShapes() : config.parameterShapes(labels))
        .keySet()
        .forEach(name -> ordered.put(name, found.get(name)));
    return ordered;
  }

  private static long rows(WeightTensor tensor) {
    return tensor.shape().isEmpty() ? 0 : tensor.shape().get(0);
  }

  private static void list(List<String> faults, String kind, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    String shown = String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size())));
    String rest = names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "";
    faults.add("%s tensors %s: %s%s".formatted(names.size(), kind, shown, rest));
  }
}
