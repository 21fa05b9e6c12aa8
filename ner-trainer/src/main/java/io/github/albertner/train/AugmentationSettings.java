package io.github.albertner.train;

import io.github.albertner.augment.Augmentation;
import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Changes made to training sentences at every step, each with a probability; 0 is off.
 *
 * @param mentions that a mention is replaced by another of its type from the training sentences
 * @param letterCase that a sentence is written in lower, upper or title case
 */
public record AugmentationSettings(double mentions, double letterCase) {

  /** Nothing is changed. */
  public static final AugmentationSettings OFF = new AugmentationSettings(0, 0);

  /** Checks the ranges, naming the setting. */
  public AugmentationSettings {
    Ranges.probability("augment-mentions", mentions);
    Ranges.probability("augment-case", letterCase);
  }

  static AugmentationSettings of(SettingsReader reader) {
    return new AugmentationSettings(
        reader.decimal("augment-mentions"), reader.decimal("augment-case"));
  }

  void addTo(Map<String, String> map) {
    map.put("augment-mentions", Texts.number(mentions));
    map.put("augment-case", Texts.number(letterCase));
  }

  /** Returns the probability of each kind of change, in the order in which they are made. */
  public Map<Augmentation, Double> probabilities() {
    Map<Augmentation, Double> probabilities = new EnumMap<>(Augmentation.class);
    probabilities.put(Augmentation.MENTIONS, mentions);
    probabilities.put(Augmentation.CASE, letterCase);
    return probabilities;
  }

  /** Returns what is on, for people: {@code augment-mentions 0.3, augment-case 0.1}. */
  public String summary() {
    return probabilities().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getKey().setting() + " " + Texts.number(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Returns whether nothing is changed. */
  public boolean isOff() {
    return equals(OFF);
  }
}
