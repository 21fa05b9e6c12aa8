package io.github.albertner.train;

import io.github.albertner.label.LabelSet;
import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.Texts;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much a word counts in the loss, by its label.
 *
 * @param chosen weights of labels (B-person), or of types for all their labels (person); a label of
 *     its own wins over its type, and what is not named weighs 1
 */
public record LabelWeights(Map<String, Double> chosen) {
  /** Every word counts the same. */
  public static final LabelWeights NONE = new LabelWeights(Map.of());

  static final String EXPECTED = "none, or LABEL=WEIGHT,... with weights above 0";

  private static final String NONE_NAME = "none";

  /** Checks the weights. */
  public LabelWeights {
    chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
    for (Map.Entry<String, Double> entry : chosen.entrySet()) {
      double weight = entry.getValue();
      Ranges.check(
          "label-weights of " + entry.getKey(),
          weight,
          weight > 0 && weight <= 1e6,
          "above 0, at most 1e6");
    }
  }

  /**
   * Reads weights as the command line has them.
   *
   * @param text {@code none}, or {@code LABEL=WEIGHT,...}
   * @throws IllegalArgumentException if it is something else
   */
  public static LabelWeights parse(String text) {
    if (text.equals(NONE_NAME)) {
      return NONE;
    }
    Map<String, Double> chosen = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      // The last one: a type may hold the sign itself.
      int sign = part.lastIndexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException("\"" + part + "\" is no LABEL=WEIGHT");
      }
      String name = part.substring(0, sign).strip();
      double weight = Double.parseDouble(part.substring(sign + 1));
      if (chosen.put(name, weight) != null) {
        throw new IllegalArgumentException(name + " is there twice");
      }
    }
    return new LabelWeights(chosen);
  }

  /** Returns whether every word counts the same. */
  public boolean areEqual() {
    return chosen.isEmpty();
  }

  /**
   * Returns the weight of every label.
   *
   * @throws IllegalArgumentException if a name is neither a label nor a type
   */
  float[] values(LabelSet labels) {
    for (String name : chosen.keySet()) {
      if (!labels.contains(name) && !labels.types().contains(name)) {
        throw new IllegalArgumentException(
            "label-weights names %s; expected one of the labels %s, or a type of theirs"
                .formatted(name, String.join(", ", labels.labels())));
      }
    }
    float[] values = new float[labels.size()];
    for (int label = 0; label < values.length; label++) {
      double weight = chosen.getOrDefault(labels.tag(label).type(), 1.0);
      values[label] = (float) (double) chosen.getOrDefault(labels.label(label), weight);
    }
    return values;
  }

  @Override
  public String toString() {
    return chosen.isEmpty()
        ? NONE_NAME
        : chosen.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + Texts.number(entry.getValue()))
            .collect(Collectors.joining(","));
  }
}
