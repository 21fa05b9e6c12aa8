package io.github.albertner.train;

import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Weights that stay as they are; the classifier always learns.
 *
 * @param groups what stays
 * @param epochs how long from the start of the run; 0 for the whole of it
 */
public record FreezingSettings(Set<ParameterGroup> groups, int epochs) {
  static final String EXPECTED = "none, embeddings, encoder, or embeddings,encoder";

  private static final String NONE = "none";

  /** Checks that there is something to freeze for a time. */
  public FreezingSettings {
    groups = groups.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(groups));
    Ranges.atLeast(0, "freeze-epochs", epochs);
    if (groups.isEmpty() && epochs > 0) {
      throw new IllegalArgumentException(
          "freeze-epochs is %s, and nothing is frozen; expected --freeze too".formatted(epochs));
    }
  }

  static FreezingSettings of(SettingsReader reader) {
    return new FreezingSettings(
        reader.parse("freeze", EXPECTED, FreezingSettings::groups),
        reader.integer("freeze-epochs"));
  }

  void addTo(Map<String, String> map) {
    map.put(
        "freeze",
        groups.isEmpty()
            ? NONE
            : groups.stream().map(Texts::name).collect(Collectors.joining(",")));
    map.put("freeze-epochs", Integer.toString(epochs));
  }

  /**
   * Returns what stays as it is during an epoch.
   *
   * @param epoch from 1
   */
  Set<ParameterGroup> during(int epoch) {
    return epochs == 0 || epoch <= epochs ? groups : Set.of();
  }

  private static Set<ParameterGroup> groups(String text) {
    Set<ParameterGroup> groups = EnumSet.noneOf(ParameterGroup.class);
    if (!text.equals(NONE)) {
      for (String name : text.split(",", -1)) {
        groups.add(
            Arrays.stream(ParameterGroup.values())
                .filter(group -> Texts.name(group).equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group \"" + name + "\"")));
      }
    }
    return groups;
  }
}
