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
 * @param words that a word is replaced by another that carries the same label in them
 * @param letterCase that a sentence is written in lower, upper or title case
 * @param typos that a letter of a word is dropped, doubled, swapped or replaced
 * @param shuffle that the words between mentions, or of a mention, are shuffled
 */
public record AugmentationSettings(
    double mentions, double words, double letterCase, double typos, double shuffle) {

  /** Nothing is changed. */
  public static final AugmentationSettings OFF = new AugmentationSettings(0, 0, 0, 0, 0);

  /** Checks the ranges, naming the setting. */
  public AugmentationSettings {
    Ranges.probability("augment-mentions", mentions);
    Ranges.probability("augment-words", words);
    Ranges.probability("augment-case", letterCase);
    Ranges.probability("augment-typos", typos);
    Ranges.probability("augment-shuffle", shuffle);
  }

  static AugmentationSettings of(SettingsReader reader) {
    return new AugmentationSettings(
        reader.decimal("augment-mentions"),
        reader.decimal("augment-words"),
        reader.decimal("augment-case"),
        reader.decimal("augment-typos"),
        reader.decimal("augment-shuffle"));
  }

  void addTo(Map<String, String> map) {
    map.put("augment-mentions", Texts.number(mentions));
    map.put("augment-words", Texts.number(words));
    map.put("augment-case", Texts.number(letterCase));
    map.put("augment-typos", Texts.number(typos));
    map.put("augment-shuffle", Texts.number(shuffle));
  }

  /** Returns the probability of each kind of change, in the order in which they are made. */
  public Map<Augmentation, Double> probabilities() {
    Map<Augmentation, Double> probabilities = new EnumMap<>(Augmentation.class);
    probabilities.put(Augmentation.MENTIONS, mentions);
    probabilities.put(Augmentation.WORDS, words);
    probabilities.put(Augmentation.CASE, letterCase);
    probabilities.put(Augmentation.TYPOS, typos);
    probabilities.put(Augmentation.SHUFFLE, shuffle);
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
