package io.github.albertner.augment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much was changed.
 *
 * @param sentences looked at
 * @param changed how many of them were changed
 * @param counts changes of each kind that is on: segments, entities, words or sentences
 */
public record AugmentationTally(long sentences, long changed, Map<Augmentation, Long> counts) {
  /** Nothing yet. */
  public static final AugmentationTally NONE = new AugmentationTally(0, 0, Map.of());

  /** Copies the map. */
  public AugmentationTally {
    EnumMap<Augmentation, Long> copy = new EnumMap<>(Augmentation.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  /** Returns both together. */
  public AugmentationTally plus(AugmentationTally other) {
    Map<Augmentation, Long> sums = new EnumMap<>(Augmentation.class);
    sums.putAll(counts);
    other.counts.forEach((augmentation, count) -> sums.merge(augmentation, count, Long::sum));
    return new AugmentationTally(sentences + other.sentences, changed + other.changed, sums);
  }

  /** Returns it for people: {@code 812 of 1,000 sentences changed: 1,204 mentions replaced}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d of %,d sentences changed: ", changed, sentences)
        + counts.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey().changes()))
            .collect(Collectors.joining(", "));
  }
}
