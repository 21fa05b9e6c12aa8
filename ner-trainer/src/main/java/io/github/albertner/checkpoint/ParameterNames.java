package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the names that ALBERT checkpoints use to the canonical ones.
 *
 * <p>A bare encoder ({@code AlbertModel}) has no {@code albert.} prefix. Pooler, pretraining heads
 * and heads of other tasks are of no use to a tagger and are left out; position_ids is no weight.
 */
final class ParameterNames {
  private static final Logger LOGGER = LoggerFactory.getLogger(ParameterNames.class);

  private static final List<String> ENCODER = List.of("embeddings.", "encoder.", "pooler.");
  private static final List<String> UNUSED =
      List.of(
          AlbertConfig.PREFIX + "pooler.",
          AlbertConfig.PREFIX + "embeddings.position_ids",
          AlbertConfig.PREFIX + "embeddings.token_type_ids",
          "predictions.",
          "sop_classifier.",
          "qa_outputs.");

  private ParameterNames() {}

  /**
   * Renames and leaves out.
   *
   * @param tensors as in the file
   * @param keepClassifier whether the classifier is a tagger's
   * @param source names the file in messages
   */
  static Map<String, WeightTensor> canonical(
      Map<String, WeightTensor> tensors, boolean keepClassifier, String source)
      throws InvalidModelException {
    Map<String, WeightTensor> canonical = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    for (WeightTensor tensor : tensors.values()) {
      String name = canonical(tensor.name());
      if (UNUSED.stream().anyMatch(name::startsWith) || (isClassifier(name) && !keepClassifier)) {
        left.add(tensor.name());
      } else if (canonical.put(name, tensor.renamed(name)) != null) {
        throw new InvalidModelException(
            "%s: %s is there twice, with and without the prefix %s"
                .formatted(source, name, AlbertConfig.PREFIX));
      }
    }
    if (!left.isEmpty()) {
      LOGGER.info("{}: a tagger does not use {}", source, left);
    }
    return canonical;
  }

  static boolean isClassifier(String name) {
    return name.startsWith("classifier.");
  }

  private static String canonical(String name) {
    return ENCODER.stream().anyMatch(name::startsWith) ? AlbertConfig.PREFIX + name : name;
  }
}
