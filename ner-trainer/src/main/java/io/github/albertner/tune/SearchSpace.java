package io.github.albertner.tune;

import io.github.albertner.train.TrainingSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The settings that a search varies, in the order given, and the values that each may take; {@link
 * SearchSpaceReader} reads it.
 */
public final class SearchSpace {
  /** Draws of the other settings that a value is tried with before it is refused. */
  private static final int COMPANIES = 32;

  private final Map<String, Candidates> candidates;

  SearchSpace(Map<String, Candidates> candidates) {
    this.candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
  }

  /** Returns the settings varied. */
  public List<String> names() {
    return List.copyOf(candidates.keySet());
  }

  /** Returns the values of each setting, as {@link SearchSpaceReader} reads them. */
  public Map<String, String> toMap() {
    Map<String, String> texts = new LinkedHashMap<>();
    candidates.forEach((name, values) -> texts.put(name, values.toString()));
    return texts;
  }

  Candidates candidates(String name) {
    return candidates.get(name);
  }

  /** Returns the number of combinations, if all values are listed and it is a number. */
  OptionalLong combinations() {
    long combinations = 1;
    for (Candidates values : candidates.values()) {
      if (!(values instanceof ListedValues listed)
          || combinations > Long.MAX_VALUE / listed.values().size()) {
        return OptionalLong.empty();
      }
      combinations *= listed.values().size();
    }
    return OptionalLong.of(combinations);
  }

  /**
   * Returns a combination of listed values.
   *
   * @param index from 0; the setting named last changes with every one
   */
  Map<String, String> combination(long index) {
    List<String> names = names();
    Map<String, String> reversed = new LinkedHashMap<>();
    long rest = index;
    for (int i = names.size() - 1; i >= 0; i--) {
      List<String> values = ((ListedValues) candidates.get(names.get(i))).values();
      reversed.put(names.get(i), values.get((int) (rest % values.size())));
      rest /= values.size();
    }
    Map<String, String> combination = new LinkedHashMap<>();
    names.forEach(name -> combination.put(name, reversed.get(name)));
    return combination;
  }

  /**
   * Throws if not all values are listed.
   *
   * @throws IllegalArgumentException naming the first range
   */
  void refuseRanges() {
    candidates.forEach(
        (name, values) -> {
          if (values instanceof ValueRange) {
            throw new IllegalArgumentException(
                "%s=%s is a range, which a grid cannot go through; list its values, such as %s=%s, or use --strategy random"
                    .formatted(name, values, name, String.join(",", values.ends())));
          }
        });
  }

  /**
   * Checks that every value is possible.
   *
   * @param settings those that the search does not vary
   * @throws IllegalArgumentException if there is a value that no combination allows, with the
   *     message of the settings
   */
  public void check(TrainingSettings settings) {
    candidates.forEach(
        (name, values) -> values.ends().forEach(value -> check(settings, name, value)));
  }

  private void check(TrainingSettings settings, String name, String value) {
    Map<String, String> chosen = new LinkedHashMap<>(Map.of(name, value));
    IllegalArgumentException first = null;
    for (int i = 0; i <= COMPANIES; i++) {
      try {
        settings.with(chosen);
        return;
      } catch (IllegalArgumentException e) {
        first = first == null ? e : first;
      }
      for (String other : candidates.keySet()) {
        if (!other.equals(name)) {
          chosen.put(other, candidates.get(other).draw(Chance.of(0, i, other)));
        }
      }
    }
    throw new IllegalArgumentException(
        "%s=%s: %s".formatted(name, candidates.get(name), first.getMessage()), first);
  }
}
