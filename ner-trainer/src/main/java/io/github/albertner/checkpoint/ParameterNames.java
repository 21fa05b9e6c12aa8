package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the names that ALBERT checkpoints use to the canonical ones.
 *
 * <p>A bare encoder ({@code AlbertModel}) has no {@code albert.} prefix; weights saved from
 * PyTorch's DataParallel have {@code module.} before all else; those converted from TensorFlow call
 * weight and bias of a LayerNorm gamma and beta. Pooler, pretraining heads and heads of other tasks
 * are of no use to a tagger and are left out; position_ids is no weight.
 */
final class ParameterNames {
  private static final Logger LOGGER = LoggerFactory.getLogger(ParameterNames.class);

  private static final List<String> ENCODER = List.of("embeddings.", "encoder.", "pooler.");
  private static final String PARALLEL = "module.";
  private static final Pattern NORM = Pattern.compile("(?i)(layer_?norm\\.)(gamma|beta)$");
  private static final Map<String, String> NORM_NAMES = Map.of("gamma", "weight", "beta", "bias");

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
            "%s: %s is there twice, under two names".formatted(source, name));
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

  private static String canonical(String found) {
    String name = found;
    while (name.startsWith(PARALLEL)) {
      name = name.substring(PARALLEL.length());
    }
    name = NORM.matcher(name).replaceFirst(m -> m.group(1) + NORM_NAMES.get(m.group(2)));
    return ENCODER.stream().anyMatch(name::startsWith) ? AlbertConfig.PREFIX + name : name;
  }
}
