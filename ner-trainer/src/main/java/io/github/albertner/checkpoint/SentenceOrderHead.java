package io.github.albertner.checkpoint;

import io.github.albertner.network.AlbertConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters by which ALBERT tells whether two segments are swapped, by the names of Hugging
 * Face's {@code AlbertForPreTraining}: the pooler, H x H, over the hidden state of [CLS], and a
 * linear layer with two classes, in order and swapped.
 */
public final class SentenceOrderHead {
  private static final String POOLER = AlbertConfig.PREFIX + "pooler.";
  private static final String CLASSIFIER = "sop_classifier.classifier.";
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";

  private SentenceOrderHead() {}

  /** Whether parameters, by their names, are of a model that has this head, or a part of it. */
  public static boolean isAmong(Set<String> names) {
    return names.stream().anyMatch(name -> name.startsWith(POOLER) || name.startsWith(CLASSIFIER));
  }

  /** Returns the parameters' shapes by name, in canonical order. */
  public static Map<String, List<Long>> shapes(AlbertConfig config) {
    long hidden = config.hiddenSize();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put(POOLER + WEIGHT, List.of(hidden, hidden));
    shapes.put(POOLER + BIAS, List.of(hidden));
    shapes.put(CLASSIFIER + WEIGHT, List.of(2L, hidden));
    shapes.put(CLASSIFIER + BIAS, List.of(2L));
    return shapes;
  }
}
