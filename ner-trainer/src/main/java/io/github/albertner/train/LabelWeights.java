package io.github.albertner.train;

import io.github.albertner.label.LabelSet;
import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.Texts;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much a word counts in the loss, by its label.
 *
 * @param balanced whether weights come from how often each label occurs
 * @param chosen weights of labels (B-person), or of types for all their labels (person); a label of
 *     its own wins over its type, and what is not named weighs 1
 */
public record LabelWeights(boolean balanced, Map<String, Double> chosen) {
  /** Every word counts the same. */
  public static final LabelWeights NONE = new LabelWeights(false, Map.of());

  static final String EXPECTED = "none, balanced, or LABEL=WEIGHT,... with weights above 0";

  private static final String NONE_NAME = "none";
  private static final String BALANCED_NAME = "balanced";

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
    if (balanced && !chosen.isEmpty()) {
      throw new IllegalArgumentException("label-weights: expected balanced or weights, found both");
    }
  }

  /**
   * Reads weights as the command line has them.
   *
   * @param text {@code none}, {@code balanced}, or {@code LABEL=WEIGHT,...}
   * @throws IllegalArgumentException if it is something else
   */
  public static LabelWeights parse(String text) {
    if (text.equals(NONE_NAME)) {
      return NONE;
    }
    if (text.equals(BALANCED_NAME)) {
      return new LabelWeights(true, Map.of());
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
    return new LabelWeights(false, chosen);
  }

  /** Returns whether every word counts the same. */
  public boolean areEqual() {
    return !balanced && chosen.isEmpty();
  }

  /**
   * Returns the weight of every label. Balanced weights are N / (L n): rows by labels and rows of
   * the label (King and Zeng, "Logistic Regression in Rare Events Data", 2001, as in scikit-learn);
   * a label that does not occur weighs 1, and so do those that are not named.
   *
   * @param counts rows that carry each label
   * @throws IllegalArgumentException if a name is neither a label nor a type
   */
  float[] values(LabelSet labels, long[] counts) {
    for (String name : chosen.keySet()) {
      if (!labels.contains(name) && !labels.types().contains(name)) {
        throw new IllegalArgumentException(
            "label-weights names %s; expected one of the labels %s, or a type of theirs"
                .formatted(name, String.join(", ", labels.labels())));
      }
    }
    double rows = Arrays.stream(counts).sum();
    float[] values = new float[labels.size()];
    for (int label = 0; label < values.length; label++) {
      double weight = chosen.getOrDefault(labels.tag(label).type(), 1.0);
      if (balanced && counts[label] > 0) {
        weight = rows / (values.length * (double) counts[label]);
      }
      values[label] = (float) (double) chosen.getOrDefault(labels.label(label), weight);
    }
    return values;
  }

  @Override
  public String toString() {
    if (balanced) {
      return BALANCED_NAME;
    }
    return chosen.isEmpty()
        ? NONE_NAME
        : chosen.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + Texts.number(entry.getValue()))
            .collect(Collectors.joining(","));
  }
}
